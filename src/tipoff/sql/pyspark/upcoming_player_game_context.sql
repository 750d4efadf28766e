-- rows 650be03f834f67db 543fc94bff0a4090
WITH `t27` AS (
  SELECT
    `t24`.`game_date`,
    `t24`.`season`,
    `t24`.`player_id`,
    `t24`.`games`,
    `t24`.`minutes_parts`,
    `t24`.`points_parts`,
    `t24`.`usage_rate_count`,
    `t24`.`usage_rate_parts`,
    MIN(`t24`.`games`) OVER (
      PARTITION BY `t24`.`player_id`, `t24`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t22`.`game_date`,
      `t22`.`season`,
      `t22`.`player_id`,
      CAST(SUM(`t22`.`games`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t22`.`minutes_parts`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `minutes_parts`,
      CAST(SUM(`t22`.`points_parts`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`,
      CAST(SUM(`t22`.`usage_rate_count`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `usage_rate_count`,
      CAST(SUM(`t22`.`usage_rate_parts`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `usage_rate_parts`
    FROM (
      SELECT
        `t16`.`game_date`,
        `t16`.`season`,
        `t16`.`player_id`,
        1 AS `games`,
        COALESCE(`t16`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t16`.`points`, 0) AS `points_parts`,
        CAST(CAST(ROUND(`t16`.`usage_rate` * 1000000000, 0) AS BIGINT) IS NOT NULL AS BIGINT) AS `usage_rate_count`,
        COALESCE(CAST(ROUND(`t16`.`usage_rate` * 1000000000, 0) AS BIGINT), 0) AS `usage_rate_parts`
      FROM (
        SELECT
          `t2`.`game_id`,
          `t2`.`game_date`,
          `t2`.`player_id`,
          `t2`.`player_name`,
          `t2`.`name_key`,
          `t2`.`team_id`,
          `t2`.`opponent_id`,
          `t2`.`season`,
          `t2`.`home`,
          `t2`.`starter`,
          `t2`.`seconds`,
          `t2`.`seconds_are_exact`,
          `t2`.`points`,
          `t2`.`rebounds`,
          `t2`.`offensive_rebounds`,
          `t2`.`defensive_rebounds`,
          `t2`.`assists`,
          `t2`.`steals`,
          `t2`.`blocks`,
          `t2`.`turnovers`,
          `t2`.`field_goals_made`,
          `t2`.`field_goals_attempted`,
          `t2`.`threes_made`,
          `t2`.`threes_attempted`,
          `t2`.`free_throws_made`,
          `t2`.`free_throws_attempted`,
          `t2`.`personal_fouls`,
          `t2`.`plus_minus`,
          `t2`.`effective_field_goal_share`,
          `t2`.`true_shooting_share`,
          `t2`.`usage_rate`,
          `t2`.`usage_rate_reason`,
          `t2`.`paint_attempts`,
          `t2`.`paint_makes`,
          `t2`.`mid_range_attempts`,
          `t2`.`mid_range_makes`,
          `t2`.`corner_three_attempts`,
          `t2`.`corner_three_makes`,
          `t2`.`above_break_three_attempts`,
          `t2`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t2`.`player_id` ORDER BY `t2`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t2`.`game_date`) OVER (PARTITION BY `t2`.`player_id` ORDER BY `t2`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM `input_player_game_summary` AS `t2`
      ) AS `t16`
    ) AS `t22`
  ) AS `t24`
), `t28` AS (
  SELECT
    `t26`.`game_date`,
    `t26`.`player_id`,
    `t26`.`team_id`,
    `t26`.`seconds`,
    `t26`.`number`,
    `t26`.`back_to_back`,
    `t26`.`returned`,
    `t26`.`moved`,
    MAX(`t26`.`returned`) OVER (
      PARTITION BY `t26`.`player_id`
      ORDER BY `t26`.`game_date` ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS `return_number`,
    MAX(`t26`.`moved`) OVER (
      PARTITION BY `t26`.`player_id`
      ORDER BY `t26`.`game_date` ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS `trade_number`
  FROM (
    SELECT
      `t20`.`game_date`,
      `t20`.`player_id`,
      `t20`.`team_id`,
      `t20`.`seconds`,
      `t20`.`number`,
      COALESCE(
        DATEDIFF(
          DAY,
          LAG(`t20`.`game_date`) OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC NULLS LAST),
          `t20`.`game_date`
        ) = 1,
        FALSE
      ) AS `back_to_back`,
      CASE
        WHEN COALESCE(
          DATEDIFF(
            DAY,
            LAG(`t20`.`game_date`) OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC NULLS LAST),
            `t20`.`game_date`
          ),
          365
        ) >= 14
        THEN `t20`.`number`
        ELSE NULL
      END AS `returned`,
      CASE
        WHEN `t20`.`team_id` <> LAG(`t20`.`team_id`) OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC NULLS LAST)
        THEN `t20`.`number`
        ELSE NULL
      END AS `moved`
    FROM (
      SELECT
        `t18`.`game_date`,
        `t18`.`player_id`,
        `t18`.`team_id`,
        `t18`.`seconds`,
        `t18`.`number`
      FROM (
        SELECT
          `t8`.`game_date`,
          `t8`.`player_id`,
          `t8`.`team_id`,
          `t8`.`seconds`,
          ROW_NUMBER() OVER (PARTITION BY `t8`.`player_id` ORDER BY `t8`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t8`.`game_date`) OVER (PARTITION BY `t8`.`player_id` ORDER BY `t8`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            `t2`.`game_date`,
            `t2`.`player_id`,
            `t2`.`team_id`,
            `t2`.`seconds`
          FROM `input_player_game_summary` AS `t2`
        ) AS `t8`
      ) AS `t18`
    ) AS `t20`
  ) AS `t26`
), `t33` AS (
  SELECT
    `t30`.`game_date`,
    `t30`.`player_id`,
    `t30`.`team_id`,
    `t30`.`seconds`,
    `t30`.`back_to_back`,
    `t30`.`return_number`,
    `t30`.`trade_number`
  FROM `t28` AS `t30`
)
SELECT
  `t63`.`game_id`,
  `t63`.`game_date`,
  `t63`.`player_id`,
  `t63`.`days_since_played`,
  `t63`.`games_last_7_days`,
  `t63`.`games_last_14_days`,
  `t63`.`minutes_last_7_days`,
  `t63`.`minutes_last_14_days`,
  `t63`.`back_to_backs_last_14_days`,
  `t63`.`games_since_long_absence`,
  `t63`.`games_since_trade`,
  `t63`.`points_line`,
  `t63`.`points_opening_line`,
  `t63`.`points_line_move`,
  `t63`.`points_line` IS NOT NULL AND NOT ISNAN(`t63`.`points_line`) AS `has_points_line`,
  `t63`.`teammates_out`,
  `t63`.`teammates_out_minutes`,
  `t63`.`teammates_out_points`,
  `t63`.`teammates_newly_out_minutes`,
  `t63`.`teammates_newly_out_points`,
  `t63`.`teammates_newly_out_usage`,
  `t63`.`teammates_back_minutes`,
  `t63`.`teammates_available_minutes`,
  `t63`.`teammates_available_usage_minutes`,
  `t63`.`teammates_newly_out_usage_minutes`,
  `t63`.`morning_teammates_out`,
  `t63`.`morning_teammates_out_minutes`,
  `t63`.`morning_teammates_out_points`,
  `t63`.`morning_teammates_newly_out_minutes`,
  `t63`.`morning_teammates_newly_out_points`,
  `t63`.`morning_teammates_newly_out_usage`,
  `t63`.`morning_teammates_back_minutes`,
  `t63`.`morning_teammates_available_minutes`,
  `t63`.`morning_teammates_available_usage_minutes`,
  `t63`.`morning_teammates_newly_out_usage_minutes`
FROM (
  SELECT
    `t11`.`game_id`,
    `t11`.`game_date`,
    `t11`.`player_id`,
    DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) AS `days_since_played`,
    COALESCE(`t53`.`games_last_7_days`, 0) AS `games_last_7_days`,
    COALESCE(`t53`.`games_last_14_days`, 0) AS `games_last_14_days`,
    COALESCE(`t53`.`minutes_last_7_days`, 0) AS `minutes_last_7_days`,
    COALESCE(`t53`.`minutes_last_14_days`, 0) AS `minutes_last_14_days`,
    COALESCE(`t53`.`back_to_backs_last_14_days`, 0) AS `back_to_backs_last_14_days`,
    CASE
      WHEN DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) >= 14
      THEN 0
      ELSE (
        `t46`.`last_number` + 1
      ) - CASE
        WHEN (
          `t46`.`last_return_number` IS NOT NULL
        )
        AND (
          `t50`.`too_old` IS NOT NULL
        )
        THEN GREATEST(`t46`.`last_return_number`, `t50`.`too_old`)
        ELSE NULL
      END
    END AS `games_since_long_absence`,
    CASE
      WHEN `t46`.`last_team_id` <> `t11`.`team_id`
      THEN 0
      WHEN `t46`.`last_trade_number` > `t50`.`too_old`
      THEN (
        `t46`.`last_number` + 1
      ) - `t46`.`last_trade_number`
      ELSE NULL
    END AS `games_since_trade`,
    `t62`.`teammates_out`,
    `t62`.`teammates_out_minutes`,
    `t62`.`teammates_out_points`,
    `t62`.`teammates_newly_out_minutes`,
    `t62`.`teammates_newly_out_points`,
    `t62`.`teammates_newly_out_usage`,
    `t62`.`teammates_back_minutes`,
    `t62`.`teammates_available_minutes`,
    `t62`.`teammates_available_usage_minutes`,
    `t62`.`teammates_newly_out_usage_minutes`,
    `t62`.`morning_teammates_out`,
    `t62`.`morning_teammates_out_minutes`,
    `t62`.`morning_teammates_out_points`,
    `t62`.`morning_teammates_newly_out_minutes`,
    `t62`.`morning_teammates_newly_out_points`,
    `t62`.`morning_teammates_newly_out_usage`,
    `t62`.`morning_teammates_back_minutes`,
    `t62`.`morning_teammates_available_minutes`,
    `t62`.`morning_teammates_available_usage_minutes`,
    `t62`.`morning_teammates_newly_out_usage_minutes`,
    `t15`.`game_id` AS `game_id_right`,
    `t15`.`player_id` AS `player_id_right`,
    `t15`.`points_line`,
    `t15`.`points_opening_line`,
    `t15`.`points_line_move`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`player_id`,
      `t0`.`team_id`
    FROM `input_player_pool` AS `t0`
  ) AS `t11`
  LEFT OUTER JOIN (
    SELECT
      `t41`.`game_date` AS `last_game_date`,
      `t41`.`player_id` AS `last_player_id`,
      `t41`.`team_id` AS `last_team_id`,
      `t41`.`seconds` AS `last_seconds`,
      `t41`.`back_to_back` AS `last_back_to_back`,
      `t41`.`return_number` AS `last_return_number`,
      `t41`.`trade_number` AS `last_trade_number`,
      `t41`.`number` AS `last_number`,
      `t41`.`next_date` AS `last_next_date`
    FROM (
      SELECT
        `t35`.`game_date`,
        `t35`.`player_id`,
        `t35`.`team_id`,
        `t35`.`seconds`,
        `t35`.`back_to_back`,
        `t35`.`return_number`,
        `t35`.`trade_number`,
        ROW_NUMBER() OVER (PARTITION BY `t35`.`player_id` ORDER BY `t35`.`game_date` ASC NULLS LAST) - 1 AS `number`,
        LEAD(`t35`.`game_date`) OVER (PARTITION BY `t35`.`player_id` ORDER BY `t35`.`game_date` ASC NULLS LAST) AS `next_date`
      FROM `t33` AS `t35`
    ) AS `t41`
  ) AS `t46`
    ON `t11`.`player_id` = `t46`.`last_player_id`
    AND `t11`.`game_date` > `t46`.`last_game_date`
    AND (
      (
        `t46`.`last_next_date` IS NULL
      )
      OR (
        `t11`.`game_date` <= `t46`.`last_next_date`
      )
    )
    AND DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) <= 365
  INNER JOIN (
    SELECT
      `t14`.`game_id`,
      `t14`.`player_id`,
      COALESCE(`t44`.`last_number`, -1) + 1 AS `too_old`
    FROM (
      SELECT
        `t0`.`game_id`,
        `t0`.`player_id`,
        `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
      FROM `input_player_pool` AS `t0`
    ) AS `t14`
    LEFT OUTER JOIN (
      SELECT
        `t39`.`game_date` AS `last_game_date`,
        `t39`.`player_id` AS `last_player_id`,
        `t39`.`number` AS `last_number`,
        `t39`.`next_date` AS `last_next_date`
      FROM (
        SELECT
          `t32`.`game_date`,
          `t32`.`player_id`,
          ROW_NUMBER() OVER (PARTITION BY `t32`.`player_id` ORDER BY `t32`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t32`.`game_date`) OVER (PARTITION BY `t32`.`player_id` ORDER BY `t32`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            `t30`.`game_date`,
            `t30`.`player_id`
          FROM `t28` AS `t30`
        ) AS `t32`
      ) AS `t39`
    ) AS `t44`
      ON `t14`.`player_id` = `t44`.`last_player_id`
      AND `t14`.`game_date` > `t44`.`last_game_date`
      AND (
        (
          `t44`.`last_next_date` IS NULL
        )
        OR (
          `t14`.`game_date` <= `t44`.`last_next_date`
        )
      )
  ) AS `t50`
    ON `t11`.`game_id` = `t50`.`game_id` AND `t11`.`player_id` = `t50`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t47`.`for_game_id`,
      `t47`.`for_owner`,
      SUM(CAST(DATEDIFF(DAY, `t47`.`game_date`, `t47`.`for_date`) <= 7 AS INT)) AS `games_last_7_days`,
      COUNT(*) AS `games_last_14_days`,
      SUM(
        IF(DATEDIFF(DAY, `t47`.`game_date`, `t47`.`for_date`) <= 7, `t47`.`seconds`, NULL)
      ) / 60 AS `minutes_last_7_days`,
      SUM(`t47`.`seconds`) / 60 AS `minutes_last_14_days`,
      SUM(CAST(`t47`.`back_to_back` AS INT)) AS `back_to_backs_last_14_days`
    FROM (
      SELECT
        `t43`.`for_game_id`,
        `t43`.`for_date`,
        `t43`.`for_owner`,
        `t43`.`game_date`,
        `t43`.`player_id`,
        `t43`.`team_id`,
        `t43`.`seconds`,
        `t43`.`back_to_back`,
        `t43`.`return_number`,
        `t43`.`trade_number`
      FROM (
        SELECT
          `t10`.`for_game_id`,
          `t10`.`for_date`,
          `t10`.`for_owner`,
          `t10`.`for_same`,
          `t36`.`game_date`,
          `t36`.`player_id`,
          `t36`.`team_id`,
          `t36`.`seconds`,
          `t36`.`back_to_back`,
          `t36`.`return_number`,
          `t36`.`trade_number`
        FROM (
          SELECT
            `t0`.`game_id` AS `for_game_id`,
            `t0`.`game_date` AS `for_date`,
            `t0`.`player_id` AS `for_owner`,
            `t0`.`player_id` AS `for_same`
          FROM `input_player_pool` AS `t0`
        ) AS `t10`
        INNER JOIN `t33` AS `t36`
          ON `t10`.`for_owner` = `t36`.`player_id`
          AND `t10`.`for_same` = `t36`.`player_id`
          AND DATEDIFF(DAY, `t36`.`game_date`, `t10`.`for_date`) >= 1
          AND DATEDIFF(DAY, `t36`.`game_date`, `t10`.`for_date`) <= 14
      ) AS `t43`
    ) AS `t47`
    GROUP BY
      1,
      2
  ) AS `t53`
    ON `t11`.`game_id` = `t53`.`for_game_id` AND `t11`.`player_id` = `t53`.`for_owner`
  INNER JOIN (
    SELECT
      `t60`.`game_id`,
      `t60`.`player_id`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN SUM(`t60`.`teammates_out`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_out`
        ELSE NULL
      END AS `teammates_out`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_out_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_out_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_out_minutes`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_out_points`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_out_points` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_out_points`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_newly_out_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_newly_out_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_newly_out_minutes`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_newly_out_points`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_newly_out_points` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_newly_out_points`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_newly_out_usage`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_newly_out_usage` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_newly_out_usage`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_back_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_back_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_back_minutes`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_available_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_available_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_available_minutes`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_available_usage_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_available_usage_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_available_usage_minutes`,
      CASE
        WHEN `t60`.`out` IS NOT NULL
        THEN CAST(SUM(`t60`.`teammates_newly_out_usage_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_newly_out_usage_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `teammates_newly_out_usage_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN SUM(`t60`.`morning_teammates_out`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_out`
        ELSE NULL
      END AS `morning_teammates_out`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_out_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_out_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_out_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_out_points`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_out_points` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_out_points`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_newly_out_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_newly_out_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_newly_out_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_newly_out_points`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_newly_out_points` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_newly_out_points`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_newly_out_usage`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_newly_out_usage` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_newly_out_usage`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_back_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_back_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_back_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_available_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_available_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_available_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_available_usage_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_available_usage_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_available_usage_minutes`,
      CASE
        WHEN `t60`.`morning_out` IS NOT NULL
        THEN CAST(SUM(`t60`.`morning_teammates_newly_out_usage_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`morning_teammates_newly_out_usage_minutes` AS DOUBLE) / 1000000000
        ELSE NULL
      END AS `morning_teammates_newly_out_usage_minutes`
    FROM (
      SELECT
        `t3`.`game_id`,
        `t3`.`player_id`,
        `t3`.`team_id`,
        `t3`.`out`,
        `t3`.`morning_out`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE)
            THEN CAST(COALESCE(`t3`.`out`, FALSE) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_out`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE)
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_out_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE)
            THEN CAST(ROUND(`t57`.`points` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_out_points`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_newly_out_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`points` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_newly_out_points`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`usage` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_newly_out_usage`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`out`, FALSE)
            ) AND (
              `t59`.`days_since_played` > 12
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_back_minutes`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`out`, FALSE)
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_available_minutes`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`out`, FALSE)
            )
            THEN CAST(ROUND(`t57`.`usage_minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_available_usage_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`usage_minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `teammates_newly_out_usage_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE)
            THEN CAST(COALESCE(`t3`.`morning_out`, FALSE) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_out`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE)
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_out_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE)
            THEN CAST(ROUND(`t57`.`points` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_out_points`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_newly_out_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`points` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_newly_out_points`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`usage` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_newly_out_usage`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`morning_out`, FALSE)
            )
            AND (
              `t59`.`days_since_played` > 12
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_back_minutes`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`morning_out`, FALSE)
            )
            THEN CAST(ROUND(`t57`.`minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_available_minutes`,
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE(`t3`.`morning_out`, FALSE)
            )
            THEN CAST(ROUND(`t57`.`usage_minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_available_usage_minutes`,
        COALESCE(
          CASE
            WHEN COALESCE(`t3`.`morning_out`, FALSE) AND (
              `t59`.`days_since_played` <= 12
            )
            THEN CAST(ROUND(`t57`.`usage_minutes` * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS `morning_teammates_newly_out_usage_minutes`
      FROM `input_player_pool` AS `t3`
      INNER JOIN (
        SELECT
          `t55`.`game_id`,
          `t55`.`player_id`,
          `t55`.`days_since_played`
        FROM (
          SELECT
            `t11`.`game_id`,
            `t11`.`game_date`,
            `t11`.`player_id`,
            DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) AS `days_since_played`,
            COALESCE(`t53`.`games_last_7_days`, 0) AS `games_last_7_days`,
            COALESCE(`t53`.`games_last_14_days`, 0) AS `games_last_14_days`,
            COALESCE(`t53`.`minutes_last_7_days`, 0) AS `minutes_last_7_days`,
            COALESCE(`t53`.`minutes_last_14_days`, 0) AS `minutes_last_14_days`,
            COALESCE(`t53`.`back_to_backs_last_14_days`, 0) AS `back_to_backs_last_14_days`,
            CASE
              WHEN DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) >= 14
              THEN 0
              ELSE (
                `t46`.`last_number` + 1
              ) - CASE
                WHEN (
                  `t46`.`last_return_number` IS NOT NULL
                )
                AND (
                  `t50`.`too_old` IS NOT NULL
                )
                THEN GREATEST(`t46`.`last_return_number`, `t50`.`too_old`)
                ELSE NULL
              END
            END AS `games_since_long_absence`,
            CASE
              WHEN `t46`.`last_team_id` <> `t11`.`team_id`
              THEN 0
              WHEN `t46`.`last_trade_number` > `t50`.`too_old`
              THEN (
                `t46`.`last_number` + 1
              ) - `t46`.`last_trade_number`
              ELSE NULL
            END AS `games_since_trade`
          FROM (
            SELECT
              `t0`.`game_id`,
              `t0`.`game_date`,
              `t0`.`player_id`,
              `t0`.`team_id`
            FROM `input_player_pool` AS `t0`
          ) AS `t11`
          LEFT OUTER JOIN (
            SELECT
              `t41`.`game_date` AS `last_game_date`,
              `t41`.`player_id` AS `last_player_id`,
              `t41`.`team_id` AS `last_team_id`,
              `t41`.`seconds` AS `last_seconds`,
              `t41`.`back_to_back` AS `last_back_to_back`,
              `t41`.`return_number` AS `last_return_number`,
              `t41`.`trade_number` AS `last_trade_number`,
              `t41`.`number` AS `last_number`,
              `t41`.`next_date` AS `last_next_date`
            FROM (
              SELECT
                `t35`.`game_date`,
                `t35`.`player_id`,
                `t35`.`team_id`,
                `t35`.`seconds`,
                `t35`.`back_to_back`,
                `t35`.`return_number`,
                `t35`.`trade_number`,
                ROW_NUMBER() OVER (PARTITION BY `t35`.`player_id` ORDER BY `t35`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                LEAD(`t35`.`game_date`) OVER (PARTITION BY `t35`.`player_id` ORDER BY `t35`.`game_date` ASC NULLS LAST) AS `next_date`
              FROM `t33` AS `t35`
            ) AS `t41`
          ) AS `t46`
            ON `t11`.`player_id` = `t46`.`last_player_id`
            AND `t11`.`game_date` > `t46`.`last_game_date`
            AND (
              (
                `t46`.`last_next_date` IS NULL
              )
              OR (
                `t11`.`game_date` <= `t46`.`last_next_date`
              )
            )
            AND DATEDIFF(DAY, `t46`.`last_game_date`, `t11`.`game_date`) <= 365
          INNER JOIN (
            SELECT
              `t14`.`game_id`,
              `t14`.`player_id`,
              COALESCE(`t44`.`last_number`, -1) + 1 AS `too_old`
            FROM (
              SELECT
                `t0`.`game_id`,
                `t0`.`player_id`,
                `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
              FROM `input_player_pool` AS `t0`
            ) AS `t14`
            LEFT OUTER JOIN (
              SELECT
                `t39`.`game_date` AS `last_game_date`,
                `t39`.`player_id` AS `last_player_id`,
                `t39`.`number` AS `last_number`,
                `t39`.`next_date` AS `last_next_date`
              FROM (
                SELECT
                  `t32`.`game_date`,
                  `t32`.`player_id`,
                  ROW_NUMBER() OVER (PARTITION BY `t32`.`player_id` ORDER BY `t32`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                  LEAD(`t32`.`game_date`) OVER (PARTITION BY `t32`.`player_id` ORDER BY `t32`.`game_date` ASC NULLS LAST) AS `next_date`
                FROM (
                  SELECT
                    `t30`.`game_date`,
                    `t30`.`player_id`
                  FROM `t28` AS `t30`
                ) AS `t32`
              ) AS `t39`
            ) AS `t44`
              ON `t14`.`player_id` = `t44`.`last_player_id`
              AND `t14`.`game_date` > `t44`.`last_game_date`
              AND (
                (
                  `t44`.`last_next_date` IS NULL
                )
                OR (
                  `t14`.`game_date` <= `t44`.`last_next_date`
                )
              )
          ) AS `t50`
            ON `t11`.`game_id` = `t50`.`game_id` AND `t11`.`player_id` = `t50`.`player_id`
          LEFT OUTER JOIN (
            SELECT
              `t47`.`for_game_id`,
              `t47`.`for_owner`,
              SUM(CAST(DATEDIFF(DAY, `t47`.`game_date`, `t47`.`for_date`) <= 7 AS INT)) AS `games_last_7_days`,
              COUNT(*) AS `games_last_14_days`,
              SUM(
                IF(DATEDIFF(DAY, `t47`.`game_date`, `t47`.`for_date`) <= 7, `t47`.`seconds`, NULL)
              ) / 60 AS `minutes_last_7_days`,
              SUM(`t47`.`seconds`) / 60 AS `minutes_last_14_days`,
              SUM(CAST(`t47`.`back_to_back` AS INT)) AS `back_to_backs_last_14_days`
            FROM (
              SELECT
                `t43`.`for_game_id`,
                `t43`.`for_date`,
                `t43`.`for_owner`,
                `t43`.`game_date`,
                `t43`.`player_id`,
                `t43`.`team_id`,
                `t43`.`seconds`,
                `t43`.`back_to_back`,
                `t43`.`return_number`,
                `t43`.`trade_number`
              FROM (
                SELECT
                  `t10`.`for_game_id`,
                  `t10`.`for_date`,
                  `t10`.`for_owner`,
                  `t10`.`for_same`,
                  `t36`.`game_date`,
                  `t36`.`player_id`,
                  `t36`.`team_id`,
                  `t36`.`seconds`,
                  `t36`.`back_to_back`,
                  `t36`.`return_number`,
                  `t36`.`trade_number`
                FROM (
                  SELECT
                    `t0`.`game_id` AS `for_game_id`,
                    `t0`.`game_date` AS `for_date`,
                    `t0`.`player_id` AS `for_owner`,
                    `t0`.`player_id` AS `for_same`
                  FROM `input_player_pool` AS `t0`
                ) AS `t10`
                INNER JOIN `t33` AS `t36`
                  ON `t10`.`for_owner` = `t36`.`player_id`
                  AND `t10`.`for_same` = `t36`.`player_id`
                  AND DATEDIFF(DAY, `t36`.`game_date`, `t10`.`for_date`) >= 1
                  AND DATEDIFF(DAY, `t36`.`game_date`, `t10`.`for_date`) <= 14
              ) AS `t43`
            ) AS `t47`
            GROUP BY
              1,
              2
          ) AS `t53`
            ON `t11`.`game_id` = `t53`.`for_game_id` AND `t11`.`player_id` = `t53`.`for_owner`
        ) AS `t55`
      ) AS `t59`
        ON `t3`.`game_id` = `t59`.`game_id` AND `t3`.`player_id` = `t59`.`player_id`
      INNER JOIN (
        SELECT
          `t54`.`game_id`,
          `t54`.`player_id`,
          `t54`.`minutes_avg_last_10` AS `minutes`,
          `t54`.`points_avg_last_10` AS `points`,
          `t54`.`usage_rate_avg_last_10` AS `usage`,
          `t54`.`usage_rate_avg_last_10` * `t54`.`minutes_avg_last_10` AS `usage_minutes`
        FROM (
          SELECT
            `t51`.`game_id`,
            `t51`.`player_id`,
            COALESCE(`t51`.`games_last_10`, 0) AS `games_last_10`,
            (
              `t51`.`minutes_parts_last_10` / 60
            ) / NULLIF(`t51`.`games_last_10`, 0) AS `minutes_avg_last_10`,
            (
              `t51`.`points_parts_last_10` / 1
            ) / NULLIF(`t51`.`games_last_10`, 0) AS `points_avg_last_10`,
            (
              `t51`.`usage_rate_parts_last_10` / 1000000000
            ) / NULLIF(`t51`.`usage_rate_count_last_10`, 0) AS `usage_rate_avg_last_10`
          FROM (
            SELECT
              `t12`.`game_id`,
              `t12`.`player_id`,
              `t40`.`last_games`,
              `t40`.`last_games` - COALESCE(`t34`.`last_10_games`, 0) AS `games_last_10`,
              `t40`.`last_minutes_parts` - COALESCE(`t34`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
              `t40`.`last_points_parts` - COALESCE(`t34`.`last_10_points_parts`, 0) AS `points_parts_last_10`,
              `t40`.`last_usage_rate_count` - COALESCE(`t34`.`last_10_usage_rate_count`, 0) AS `usage_rate_count_last_10`,
              `t40`.`last_usage_rate_parts` - COALESCE(`t34`.`last_10_usage_rate_parts`, 0) AS `usage_rate_parts_last_10`
            FROM (
              SELECT
                `t0`.`game_id`,
                `t0`.`game_date`,
                `t0`.`season`,
                `t0`.`player_id`
              FROM `input_player_pool` AS `t0`
            ) AS `t12`
            LEFT OUTER JOIN (
              SELECT
                `t37`.`game_date` AS `last_game_date`,
                `t37`.`season` AS `last_season`,
                `t37`.`player_id` AS `last_player_id`,
                `t37`.`games` AS `last_games`,
                `t37`.`minutes_parts` AS `last_minutes_parts`,
                `t37`.`points_parts` AS `last_points_parts`,
                `t37`.`usage_rate_count` AS `last_usage_rate_count`,
                `t37`.`usage_rate_parts` AS `last_usage_rate_parts`,
                `t37`.`games_before_season` AS `last_games_before_season`,
                `t37`.`number` AS `last_number`,
                `t37`.`next_date` AS `last_next_date`
              FROM (
                SELECT
                  `t29`.`game_date`,
                  `t29`.`season`,
                  `t29`.`player_id`,
                  `t29`.`games`,
                  `t29`.`minutes_parts`,
                  `t29`.`points_parts`,
                  `t29`.`usage_rate_count`,
                  `t29`.`usage_rate_parts`,
                  `t29`.`games_before_season`,
                  ROW_NUMBER() OVER (PARTITION BY `t29`.`player_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                  LEAD(`t29`.`game_date`) OVER (PARTITION BY `t29`.`player_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) AS `next_date`
                FROM `t27` AS `t29`
              ) AS `t37`
            ) AS `t40`
              ON `t12`.`player_id` = `t40`.`last_player_id`
              AND `t12`.`game_date` > `t40`.`last_game_date`
              AND (
                (
                  `t40`.`last_next_date` IS NULL
                )
                OR (
                  `t12`.`game_date` <= `t40`.`last_next_date`
                )
              )
              AND DATEDIFF(DAY, `t40`.`last_game_date`, `t12`.`game_date`) <= 365
            INNER JOIN (
              SELECT
                `t14`.`game_id`,
                `t14`.`player_id`,
                COALESCE(`t21`.`last_number`, -1) + 1 AS `too_old`
              FROM (
                SELECT
                  `t0`.`game_id`,
                  `t0`.`player_id`,
                  `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
                FROM `input_player_pool` AS `t0`
              ) AS `t14`
              LEFT OUTER JOIN (
                SELECT
                  `t17`.`game_date` AS `last_game_date`,
                  `t17`.`player_id` AS `last_player_id`,
                  `t17`.`number` AS `last_number`,
                  `t17`.`next_date` AS `last_next_date`
                FROM (
                  SELECT
                    `t7`.`game_date`,
                    `t7`.`player_id`,
                    ROW_NUMBER() OVER (PARTITION BY `t7`.`player_id` ORDER BY `t7`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                    LEAD(`t7`.`game_date`) OVER (PARTITION BY `t7`.`player_id` ORDER BY `t7`.`game_date` ASC NULLS LAST) AS `next_date`
                  FROM (
                    SELECT
                      `t2`.`game_date`,
                      `t2`.`player_id`
                    FROM `input_player_game_summary` AS `t2`
                  ) AS `t7`
                ) AS `t17`
              ) AS `t21`
                ON `t14`.`player_id` = `t21`.`last_player_id`
                AND `t14`.`game_date` > `t21`.`last_game_date`
                AND (
                  (
                    `t21`.`last_next_date` IS NULL
                  )
                  OR (
                    `t14`.`game_date` <= `t21`.`last_next_date`
                  )
                )
            ) AS `t25`
              ON `t12`.`game_id` = `t25`.`game_id` AND `t12`.`player_id` = `t25`.`player_id`
            LEFT OUTER JOIN (
              SELECT
                `t29`.`player_id` AS `last_10_owner`,
                `t29`.`games` AS `last_10_games`,
                `t29`.`minutes_parts` AS `last_10_minutes_parts`,
                `t29`.`points_parts` AS `last_10_points_parts`,
                `t29`.`usage_rate_count` AS `last_10_usage_rate_count`,
                `t29`.`usage_rate_parts` AS `last_10_usage_rate_parts`
              FROM `t27` AS `t29`
            ) AS `t34`
              ON `t12`.`player_id` = `t34`.`last_10_owner`
              AND CASE
                WHEN (
                  (
                    `t40`.`last_games` - 10
                  ) IS NOT NULL
                )
                AND (
                  `t25`.`too_old` IS NOT NULL
                )
                THEN GREATEST(`t40`.`last_games` - 10, `t25`.`too_old`)
                ELSE NULL
              END = `t34`.`last_10_games`
          ) AS `t51`
        ) AS `t54`
      ) AS `t57`
        ON `t3`.`game_id` = `t57`.`game_id` AND `t3`.`player_id` = `t57`.`player_id`
    ) AS `t60`
  ) AS `t62`
    ON `t11`.`game_id` = `t62`.`game_id` AND `t11`.`player_id` = `t62`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`line` AS `points_line`,
      `t1`.`opening_line` AS `points_opening_line`,
      `t1`.`line_move` AS `points_line_move`
    FROM `input_reference_line` AS `t1`
    WHERE
      `t1`.`market` = 'player_points'
  ) AS `t15`
    ON `t11`.`game_id` = `t15`.`game_id` AND `t11`.`player_id` = `t15`.`player_id`
) AS `t63`
