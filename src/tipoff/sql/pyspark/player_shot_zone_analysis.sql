-- rows 11d9bda3621e26ae 13ed68a790dde4be
WITH `t5` AS (
  SELECT
    `t1`.`game_id`,
    `t1`.`player_id`,
    `t1`.`game_date`,
    `t1`.`season`
  FROM `input_player_pool` AS `t1`
), `t15` AS (
  SELECT
    `t4`.`game_id`,
    `t4`.`game_date`,
    `t4`.`player_id`,
    `t4`.`player_name`,
    `t4`.`name_key`,
    `t4`.`team_id`,
    `t4`.`opponent_id`,
    `t4`.`season`,
    `t4`.`home`,
    `t4`.`starter`,
    `t4`.`seconds`,
    `t4`.`seconds_are_exact`,
    `t4`.`points`,
    `t4`.`rebounds`,
    `t4`.`offensive_rebounds`,
    `t4`.`defensive_rebounds`,
    `t4`.`assists`,
    `t4`.`steals`,
    `t4`.`blocks`,
    `t4`.`turnovers`,
    `t4`.`field_goals_made`,
    `t4`.`field_goals_attempted`,
    `t4`.`threes_made`,
    `t4`.`threes_attempted`,
    `t4`.`free_throws_made`,
    `t4`.`free_throws_attempted`,
    `t4`.`personal_fouls`,
    `t4`.`plus_minus`,
    `t4`.`effective_field_goal_share`,
    `t4`.`true_shooting_share`,
    `t4`.`usage_rate`,
    `t4`.`usage_rate_reason`,
    `t4`.`paint_attempts`,
    `t4`.`paint_makes`,
    `t4`.`mid_range_attempts`,
    `t4`.`mid_range_makes`,
    `t4`.`corner_three_attempts`,
    `t4`.`corner_three_makes`,
    `t4`.`above_break_three_attempts`,
    `t4`.`above_break_three_makes`,
    `t10`.`game_id` AS `game_id_right`,
    `t10`.`player_id` AS `player_id_right`,
    `t10`.`assisted_makes`,
    `t10`.`unassisted_makes`
  FROM `input_player_game_summary` AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t3`.`game_id`,
      `t3`.`player_id`,
      `t3`.`assisted_makes`,
      `t3`.`unassisted_makes`
    FROM `input_player_play_summary` AS `t3`
  ) AS `t10`
    ON `t4`.`game_id` = `t10`.`game_id` AND `t4`.`player_id` = `t10`.`player_id`
), `t27` AS (
  SELECT
    `t26`.`game_date`,
    `t26`.`season`,
    `t26`.`player_id`,
    `t26`.`games`,
    `t26`.`paint_attempts_count`,
    `t26`.`paint_attempts_parts`,
    `t26`.`paint_makes_count`,
    `t26`.`paint_makes_parts`,
    `t26`.`mid_range_attempts_count`,
    `t26`.`mid_range_attempts_parts`,
    `t26`.`mid_range_makes_count`,
    `t26`.`mid_range_makes_parts`,
    `t26`.`corner_three_attempts_count`,
    `t26`.`corner_three_attempts_parts`,
    `t26`.`corner_three_makes_count`,
    `t26`.`corner_three_makes_parts`,
    `t26`.`above_break_three_attempts_count`,
    `t26`.`above_break_three_attempts_parts`,
    `t26`.`above_break_three_makes_count`,
    `t26`.`above_break_three_makes_parts`,
    `t26`.`assisted_makes_count`,
    `t26`.`assisted_makes_parts`,
    `t26`.`unassisted_makes_count`,
    `t26`.`unassisted_makes_parts`,
    MIN(`t26`.`games`) OVER (
      PARTITION BY `t26`.`player_id`, `t26`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t23`.`game_date`,
      `t23`.`season`,
      `t23`.`player_id`,
      CAST(SUM(`t23`.`games`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t23`.`paint_attempts_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `paint_attempts_count`,
      CAST(SUM(`t23`.`paint_attempts_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `paint_attempts_parts`,
      CAST(SUM(`t23`.`paint_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `paint_makes_count`,
      CAST(SUM(`t23`.`paint_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `paint_makes_parts`,
      CAST(SUM(`t23`.`mid_range_attempts_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `mid_range_attempts_count`,
      CAST(SUM(`t23`.`mid_range_attempts_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `mid_range_attempts_parts`,
      CAST(SUM(`t23`.`mid_range_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `mid_range_makes_count`,
      CAST(SUM(`t23`.`mid_range_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `mid_range_makes_parts`,
      CAST(SUM(`t23`.`corner_three_attempts_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `corner_three_attempts_count`,
      CAST(SUM(`t23`.`corner_three_attempts_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `corner_three_attempts_parts`,
      CAST(SUM(`t23`.`corner_three_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `corner_three_makes_count`,
      CAST(SUM(`t23`.`corner_three_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `corner_three_makes_parts`,
      CAST(SUM(`t23`.`above_break_three_attempts_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `above_break_three_attempts_count`,
      CAST(SUM(`t23`.`above_break_three_attempts_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `above_break_three_attempts_parts`,
      CAST(SUM(`t23`.`above_break_three_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `above_break_three_makes_count`,
      CAST(SUM(`t23`.`above_break_three_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `above_break_three_makes_parts`,
      CAST(SUM(`t23`.`assisted_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `assisted_makes_count`,
      CAST(SUM(`t23`.`assisted_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `assisted_makes_parts`,
      CAST(SUM(`t23`.`unassisted_makes_count`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `unassisted_makes_count`,
      CAST(SUM(`t23`.`unassisted_makes_parts`) OVER (
        PARTITION BY `t23`.`player_id`
        ORDER BY `t23`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `unassisted_makes_parts`
    FROM (
      SELECT
        `t20`.`game_date`,
        `t20`.`season`,
        `t20`.`player_id`,
        1 AS `games`,
        CAST(`t20`.`paint_attempts` IS NOT NULL AS BIGINT) AS `paint_attempts_count`,
        COALESCE(`t20`.`paint_attempts`, 0) AS `paint_attempts_parts`,
        CAST(`t20`.`paint_makes` IS NOT NULL AS BIGINT) AS `paint_makes_count`,
        COALESCE(`t20`.`paint_makes`, 0) AS `paint_makes_parts`,
        CAST(`t20`.`mid_range_attempts` IS NOT NULL AS BIGINT) AS `mid_range_attempts_count`,
        COALESCE(`t20`.`mid_range_attempts`, 0) AS `mid_range_attempts_parts`,
        CAST(`t20`.`mid_range_makes` IS NOT NULL AS BIGINT) AS `mid_range_makes_count`,
        COALESCE(`t20`.`mid_range_makes`, 0) AS `mid_range_makes_parts`,
        CAST(`t20`.`corner_three_attempts` IS NOT NULL AS BIGINT) AS `corner_three_attempts_count`,
        COALESCE(`t20`.`corner_three_attempts`, 0) AS `corner_three_attempts_parts`,
        CAST(`t20`.`corner_three_makes` IS NOT NULL AS BIGINT) AS `corner_three_makes_count`,
        COALESCE(`t20`.`corner_three_makes`, 0) AS `corner_three_makes_parts`,
        CAST(`t20`.`above_break_three_attempts` IS NOT NULL AS BIGINT) AS `above_break_three_attempts_count`,
        COALESCE(`t20`.`above_break_three_attempts`, 0) AS `above_break_three_attempts_parts`,
        CAST(`t20`.`above_break_three_makes` IS NOT NULL AS BIGINT) AS `above_break_three_makes_count`,
        COALESCE(`t20`.`above_break_three_makes`, 0) AS `above_break_three_makes_parts`,
        CAST(`t20`.`assisted_makes` IS NOT NULL AS BIGINT) AS `assisted_makes_count`,
        COALESCE(`t20`.`assisted_makes`, 0) AS `assisted_makes_parts`,
        CAST(`t20`.`unassisted_makes` IS NOT NULL AS BIGINT) AS `unassisted_makes_count`,
        COALESCE(`t20`.`unassisted_makes`, 0) AS `unassisted_makes_parts`
      FROM (
        SELECT
          `t18`.`game_id`,
          `t18`.`game_date`,
          `t18`.`player_id`,
          `t18`.`player_name`,
          `t18`.`name_key`,
          `t18`.`team_id`,
          `t18`.`opponent_id`,
          `t18`.`season`,
          `t18`.`home`,
          `t18`.`starter`,
          `t18`.`seconds`,
          `t18`.`seconds_are_exact`,
          `t18`.`points`,
          `t18`.`rebounds`,
          `t18`.`offensive_rebounds`,
          `t18`.`defensive_rebounds`,
          `t18`.`assists`,
          `t18`.`steals`,
          `t18`.`blocks`,
          `t18`.`turnovers`,
          `t18`.`field_goals_made`,
          `t18`.`field_goals_attempted`,
          `t18`.`threes_made`,
          `t18`.`threes_attempted`,
          `t18`.`free_throws_made`,
          `t18`.`free_throws_attempted`,
          `t18`.`personal_fouls`,
          `t18`.`plus_minus`,
          `t18`.`effective_field_goal_share`,
          `t18`.`true_shooting_share`,
          `t18`.`usage_rate`,
          `t18`.`usage_rate_reason`,
          `t18`.`paint_attempts`,
          `t18`.`paint_makes`,
          `t18`.`mid_range_attempts`,
          `t18`.`mid_range_makes`,
          `t18`.`corner_three_attempts`,
          `t18`.`corner_three_makes`,
          `t18`.`above_break_three_attempts`,
          `t18`.`above_break_three_makes`,
          `t18`.`assisted_makes`,
          `t18`.`unassisted_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            `t16`.`game_id`,
            `t16`.`game_date`,
            `t16`.`player_id`,
            `t16`.`player_name`,
            `t16`.`name_key`,
            `t16`.`team_id`,
            `t16`.`opponent_id`,
            `t16`.`season`,
            `t16`.`home`,
            `t16`.`starter`,
            `t16`.`seconds`,
            `t16`.`seconds_are_exact`,
            `t16`.`points`,
            `t16`.`rebounds`,
            `t16`.`offensive_rebounds`,
            `t16`.`defensive_rebounds`,
            `t16`.`assists`,
            `t16`.`steals`,
            `t16`.`blocks`,
            `t16`.`turnovers`,
            `t16`.`field_goals_made`,
            `t16`.`field_goals_attempted`,
            `t16`.`threes_made`,
            `t16`.`threes_attempted`,
            `t16`.`free_throws_made`,
            `t16`.`free_throws_attempted`,
            `t16`.`personal_fouls`,
            `t16`.`plus_minus`,
            `t16`.`effective_field_goal_share`,
            `t16`.`true_shooting_share`,
            `t16`.`usage_rate`,
            `t16`.`usage_rate_reason`,
            `t16`.`paint_attempts`,
            `t16`.`paint_makes`,
            `t16`.`mid_range_attempts`,
            `t16`.`mid_range_makes`,
            `t16`.`corner_three_attempts`,
            `t16`.`corner_three_makes`,
            `t16`.`above_break_three_attempts`,
            `t16`.`above_break_three_makes`,
            `t16`.`assisted_makes`,
            `t16`.`unassisted_makes`
          FROM `t15` AS `t16`
        ) AS `t18`
      ) AS `t20`
    ) AS `t23`
  ) AS `t26`
)
SELECT
  `t46`.`game_id`,
  `t46`.`game_date`,
  `t46`.`player_id`,
  CASE
    WHEN `t46`.`paint_share_last_10` IS NOT NULL
    AND NOT ISNAN(`t46`.`paint_share_last_10`)
    THEN CASE
      WHEN `t46`.`paint_share_last_10` >= 0.399999999
      THEN 'paint'
      WHEN `t46`.`three_share_last_10` >= 0.399999999
      THEN 'three'
      WHEN `t46`.`mid_range_share_last_10` >= 0.34999999899999995
      THEN 'mid_range'
      ELSE 'balanced'
    END
    ELSE NULL
  END AS `primary_zone`,
  `t46`.`games_last_10`,
  `t46`.`games_last_20`,
  `t46`.`paint_attempts_avg_last_10`,
  `t46`.`paint_attempts_avg_last_20`,
  `t46`.`paint_makes_avg_last_10`,
  `t46`.`paint_makes_avg_last_20`,
  `t46`.`mid_range_attempts_avg_last_10`,
  `t46`.`mid_range_attempts_avg_last_20`,
  `t46`.`mid_range_makes_avg_last_10`,
  `t46`.`mid_range_makes_avg_last_20`,
  `t46`.`corner_three_attempts_avg_last_10`,
  `t46`.`corner_three_attempts_avg_last_20`,
  `t46`.`corner_three_makes_avg_last_10`,
  `t46`.`corner_three_makes_avg_last_20`,
  `t46`.`above_break_three_attempts_avg_last_10`,
  `t46`.`above_break_three_attempts_avg_last_20`,
  `t46`.`above_break_three_makes_avg_last_10`,
  `t46`.`above_break_three_makes_avg_last_20`,
  `t46`.`assisted_makes_avg_last_10`,
  `t46`.`assisted_makes_avg_last_20`,
  `t46`.`unassisted_makes_avg_last_10`,
  `t46`.`unassisted_makes_avg_last_20`,
  `t46`.`paint_share_last_10`,
  `t46`.`mid_range_share_last_10`,
  `t46`.`corner_three_share_last_10`,
  `t46`.`above_break_three_share_last_10`,
  `t46`.`paint_field_goal_share_last_10`,
  `t46`.`mid_range_field_goal_share_last_10`,
  `t46`.`corner_three_field_goal_share_last_10`,
  `t46`.`above_break_three_field_goal_share_last_10`,
  `t46`.`three_share_last_10`,
  `t46`.`zone_attempts_last_10`,
  `t46`.`assisted_share_last_10`,
  `t46`.`paint_share_last_20`,
  `t46`.`mid_range_share_last_20`,
  `t46`.`corner_three_share_last_20`,
  `t46`.`above_break_three_share_last_20`,
  `t46`.`paint_field_goal_share_last_20`,
  `t46`.`mid_range_field_goal_share_last_20`,
  `t46`.`corner_three_field_goal_share_last_20`,
  `t46`.`above_break_three_field_goal_share_last_20`,
  `t46`.`three_share_last_20`,
  `t46`.`zone_attempts_last_20`,
  `t46`.`assisted_share_last_20`,
  `t46`.`games_required`,
  `t46`.`reason`,
  `t46`.`reason_is_curable`
FROM (
  SELECT
    `t44`.`game_id`,
    `t44`.`player_id`,
    `t44`.`games_last_10`,
    `t44`.`games_last_20`,
    `t44`.`paint_attempts_avg_last_10`,
    `t44`.`paint_attempts_avg_last_20`,
    `t44`.`paint_makes_avg_last_10`,
    `t44`.`paint_makes_avg_last_20`,
    `t44`.`mid_range_attempts_avg_last_10`,
    `t44`.`mid_range_attempts_avg_last_20`,
    `t44`.`mid_range_makes_avg_last_10`,
    `t44`.`mid_range_makes_avg_last_20`,
    `t44`.`corner_three_attempts_avg_last_10`,
    `t44`.`corner_three_attempts_avg_last_20`,
    `t44`.`corner_three_makes_avg_last_10`,
    `t44`.`corner_three_makes_avg_last_20`,
    `t44`.`above_break_three_attempts_avg_last_10`,
    `t44`.`above_break_three_attempts_avg_last_20`,
    `t44`.`above_break_three_makes_avg_last_10`,
    `t44`.`above_break_three_makes_avg_last_20`,
    `t44`.`assisted_makes_avg_last_10`,
    `t44`.`assisted_makes_avg_last_20`,
    `t44`.`unassisted_makes_avg_last_10`,
    `t44`.`unassisted_makes_avg_last_20`,
    `t44`.`game_date`,
    `t44`.`season`,
    `t44`.`games_required`,
    `t44`.`reason`,
    `t44`.`reason_is_curable`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_attempts_avg_last_10` / NULLIF(
        `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        0
      )
      ELSE NULL
    END AS `paint_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`mid_range_attempts_avg_last_10` / NULLIF(
        `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        0
      )
      ELSE NULL
    END AS `mid_range_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`corner_three_attempts_avg_last_10` / NULLIF(
        `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        0
      )
      ELSE NULL
    END AS `corner_three_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`above_break_three_attempts_avg_last_10` / NULLIF(
        `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        0
      )
      ELSE NULL
    END AS `above_break_three_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_makes_avg_last_10` / NULLIF(`t44`.`paint_attempts_avg_last_10`, 0)
      ELSE NULL
    END AS `paint_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`mid_range_makes_avg_last_10` / NULLIF(`t44`.`mid_range_attempts_avg_last_10`, 0)
      ELSE NULL
    END AS `mid_range_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`corner_three_makes_avg_last_10` / NULLIF(`t44`.`corner_three_attempts_avg_last_10`, 0)
      ELSE NULL
    END AS `corner_three_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`above_break_three_makes_avg_last_10` / NULLIF(`t44`.`above_break_three_attempts_avg_last_10`, 0)
      ELSE NULL
    END AS `above_break_three_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN (
        `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`
      ) / NULLIF(
        `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        0
      )
      ELSE NULL
    END AS `three_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`
      ELSE NULL
    END AS `zone_attempts_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`assisted_makes_avg_last_10` / NULLIF(`t44`.`assisted_makes_avg_last_10` + `t44`.`unassisted_makes_avg_last_10`, 0)
      ELSE NULL
    END AS `assisted_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_attempts_avg_last_20` / NULLIF(
        `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        0
      )
      ELSE NULL
    END AS `paint_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`mid_range_attempts_avg_last_20` / NULLIF(
        `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        0
      )
      ELSE NULL
    END AS `mid_range_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`corner_three_attempts_avg_last_20` / NULLIF(
        `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        0
      )
      ELSE NULL
    END AS `corner_three_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`above_break_three_attempts_avg_last_20` / NULLIF(
        `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        0
      )
      ELSE NULL
    END AS `above_break_three_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_makes_avg_last_20` / NULLIF(`t44`.`paint_attempts_avg_last_20`, 0)
      ELSE NULL
    END AS `paint_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`mid_range_makes_avg_last_20` / NULLIF(`t44`.`mid_range_attempts_avg_last_20`, 0)
      ELSE NULL
    END AS `mid_range_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`corner_three_makes_avg_last_20` / NULLIF(`t44`.`corner_three_attempts_avg_last_20`, 0)
      ELSE NULL
    END AS `corner_three_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`above_break_three_makes_avg_last_20` / NULLIF(`t44`.`above_break_three_attempts_avg_last_20`, 0)
      ELSE NULL
    END AS `above_break_three_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN (
        `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`
      ) / NULLIF(
        `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        0
      )
      ELSE NULL
    END AS `three_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`
      ELSE NULL
    END AS `zone_attempts_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN `t44`.`assisted_makes_avg_last_20` / NULLIF(`t44`.`assisted_makes_avg_last_20` + `t44`.`unassisted_makes_avg_last_20`, 0)
      ELSE NULL
    END AS `assisted_share_last_20`
  FROM (
    SELECT
      `t43`.`game_id`,
      `t43`.`player_id`,
      `t43`.`games_last_10`,
      `t43`.`games_last_20`,
      `t43`.`paint_attempts_avg_last_10`,
      `t43`.`paint_attempts_avg_last_20`,
      `t43`.`paint_makes_avg_last_10`,
      `t43`.`paint_makes_avg_last_20`,
      `t43`.`mid_range_attempts_avg_last_10`,
      `t43`.`mid_range_attempts_avg_last_20`,
      `t43`.`mid_range_makes_avg_last_10`,
      `t43`.`mid_range_makes_avg_last_20`,
      `t43`.`corner_three_attempts_avg_last_10`,
      `t43`.`corner_three_attempts_avg_last_20`,
      `t43`.`corner_three_makes_avg_last_10`,
      `t43`.`corner_three_makes_avg_last_20`,
      `t43`.`above_break_three_attempts_avg_last_10`,
      `t43`.`above_break_three_attempts_avg_last_20`,
      `t43`.`above_break_three_makes_avg_last_10`,
      `t43`.`above_break_three_makes_avg_last_20`,
      `t43`.`assisted_makes_avg_last_10`,
      `t43`.`assisted_makes_avg_last_20`,
      `t43`.`unassisted_makes_avg_last_10`,
      `t43`.`unassisted_makes_avg_last_20`,
      `t43`.`game_date`,
      `t43`.`season`,
      CASE
        WHEN (
          3 + CAST(FLOOR((
            DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
          ) / (
            3
          )) AS BIGINT)
        ) IS NOT NULL
        THEN LEAST(
          3 + CAST(FLOOR((
            DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
          ) / (
            3
          )) AS BIGINT),
          10
        )
        ELSE NULL
      END AS `games_required`,
      CASE
        WHEN `t43`.`counted` < CASE
          WHEN (
            3 + CAST(FLOOR((
              DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
            ) / (
              3
            )) AS BIGINT)
          ) IS NOT NULL
          THEN LEAST(
            3 + CAST(FLOOR((
              DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
            ) / (
              3
            )) AS BIGINT),
            10
          )
          ELSE NULL
        END
        THEN CASE
          WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
          THEN 'EXPECTED_INCOMPLETE'
          ELSE 'INSUFFICIENT_HISTORY'
        END
        ELSE NULL
      END AS `reason`,
      CASE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'EXPECTED_INCOMPLETE'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INSUFFICIENT_HISTORY'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'MISSING_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INCOMPLETE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'STALE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PLAYER_DNP'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'NAME_UNRESOLVED'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'VALIDATION_ERROR'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t43`.`starts_on`, `t43`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PROCESSING_ERROR'
        THEN TRUE
        ELSE NULL
      END AS `reason_is_curable`
    FROM (
      SELECT
        `t42`.`game_id`,
        `t42`.`player_id`,
        `t42`.`games_last_10`,
        `t42`.`games_last_20`,
        `t42`.`paint_attempts_avg_last_10`,
        `t42`.`paint_attempts_avg_last_20`,
        `t42`.`paint_makes_avg_last_10`,
        `t42`.`paint_makes_avg_last_20`,
        `t42`.`mid_range_attempts_avg_last_10`,
        `t42`.`mid_range_attempts_avg_last_20`,
        `t42`.`mid_range_makes_avg_last_10`,
        `t42`.`mid_range_makes_avg_last_20`,
        `t42`.`corner_three_attempts_avg_last_10`,
        `t42`.`corner_three_attempts_avg_last_20`,
        `t42`.`corner_three_makes_avg_last_10`,
        `t42`.`corner_three_makes_avg_last_20`,
        `t42`.`above_break_three_attempts_avg_last_10`,
        `t42`.`above_break_three_attempts_avg_last_20`,
        `t42`.`above_break_three_makes_avg_last_10`,
        `t42`.`above_break_three_makes_avg_last_20`,
        `t42`.`assisted_makes_avg_last_10`,
        `t42`.`assisted_makes_avg_last_20`,
        `t42`.`unassisted_makes_avg_last_10`,
        `t42`.`unassisted_makes_avg_last_20`,
        `t42`.`game_date`,
        `t42`.`season`,
        `t42`.`counted`,
        `t11`.`start_of`,
        `t11`.`starts_on`
      FROM (
        SELECT
          `t40`.`game_id`,
          `t40`.`player_id`,
          `t40`.`games_last_10`,
          `t40`.`games_last_20`,
          `t40`.`paint_attempts_avg_last_10`,
          `t40`.`paint_attempts_avg_last_20`,
          `t40`.`paint_makes_avg_last_10`,
          `t40`.`paint_makes_avg_last_20`,
          `t40`.`mid_range_attempts_avg_last_10`,
          `t40`.`mid_range_attempts_avg_last_20`,
          `t40`.`mid_range_makes_avg_last_10`,
          `t40`.`mid_range_makes_avg_last_20`,
          `t40`.`corner_three_attempts_avg_last_10`,
          `t40`.`corner_three_attempts_avg_last_20`,
          `t40`.`corner_three_makes_avg_last_10`,
          `t40`.`corner_three_makes_avg_last_20`,
          `t40`.`above_break_three_attempts_avg_last_10`,
          `t40`.`above_break_three_attempts_avg_last_20`,
          `t40`.`above_break_three_makes_avg_last_10`,
          `t40`.`above_break_three_makes_avg_last_20`,
          `t40`.`assisted_makes_avg_last_10`,
          `t40`.`assisted_makes_avg_last_20`,
          `t40`.`unassisted_makes_avg_last_10`,
          `t40`.`unassisted_makes_avg_last_20`,
          `t40`.`game_date`,
          `t40`.`season`,
          `t40`.`games_last_10` AS `counted`
        FROM (
          SELECT
            `t39`.`game_id`,
            `t39`.`player_id`,
            `t39`.`games_last_10`,
            `t39`.`games_last_20`,
            `t39`.`paint_attempts_avg_last_10`,
            `t39`.`paint_attempts_avg_last_20`,
            `t39`.`paint_makes_avg_last_10`,
            `t39`.`paint_makes_avg_last_20`,
            `t39`.`mid_range_attempts_avg_last_10`,
            `t39`.`mid_range_attempts_avg_last_20`,
            `t39`.`mid_range_makes_avg_last_10`,
            `t39`.`mid_range_makes_avg_last_20`,
            `t39`.`corner_three_attempts_avg_last_10`,
            `t39`.`corner_three_attempts_avg_last_20`,
            `t39`.`corner_three_makes_avg_last_10`,
            `t39`.`corner_three_makes_avg_last_20`,
            `t39`.`above_break_three_attempts_avg_last_10`,
            `t39`.`above_break_three_attempts_avg_last_20`,
            `t39`.`above_break_three_makes_avg_last_10`,
            `t39`.`above_break_three_makes_avg_last_20`,
            `t39`.`assisted_makes_avg_last_10`,
            `t39`.`assisted_makes_avg_last_20`,
            `t39`.`unassisted_makes_avg_last_10`,
            `t39`.`unassisted_makes_avg_last_20`,
            `t13`.`game_date`,
            `t13`.`season`
          FROM (
            SELECT
              `t37`.`game_id`,
              `t37`.`player_id`,
              COALESCE(`t37`.`games_last_10`, 0) AS `games_last_10`,
              COALESCE(`t37`.`games_last_20`, 0) AS `games_last_20`,
              (
                `t37`.`paint_attempts_parts_last_10` / 1
              ) / NULLIF(`t37`.`paint_attempts_count_last_10`, 0) AS `paint_attempts_avg_last_10`,
              (
                `t37`.`paint_attempts_parts_last_20` / 1
              ) / NULLIF(`t37`.`paint_attempts_count_last_20`, 0) AS `paint_attempts_avg_last_20`,
              (
                `t37`.`paint_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`paint_makes_count_last_10`, 0) AS `paint_makes_avg_last_10`,
              (
                `t37`.`paint_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`paint_makes_count_last_20`, 0) AS `paint_makes_avg_last_20`,
              (
                `t37`.`mid_range_attempts_parts_last_10` / 1
              ) / NULLIF(`t37`.`mid_range_attempts_count_last_10`, 0) AS `mid_range_attempts_avg_last_10`,
              (
                `t37`.`mid_range_attempts_parts_last_20` / 1
              ) / NULLIF(`t37`.`mid_range_attempts_count_last_20`, 0) AS `mid_range_attempts_avg_last_20`,
              (
                `t37`.`mid_range_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`mid_range_makes_count_last_10`, 0) AS `mid_range_makes_avg_last_10`,
              (
                `t37`.`mid_range_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`mid_range_makes_count_last_20`, 0) AS `mid_range_makes_avg_last_20`,
              (
                `t37`.`corner_three_attempts_parts_last_10` / 1
              ) / NULLIF(`t37`.`corner_three_attempts_count_last_10`, 0) AS `corner_three_attempts_avg_last_10`,
              (
                `t37`.`corner_three_attempts_parts_last_20` / 1
              ) / NULLIF(`t37`.`corner_three_attempts_count_last_20`, 0) AS `corner_three_attempts_avg_last_20`,
              (
                `t37`.`corner_three_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`corner_three_makes_count_last_10`, 0) AS `corner_three_makes_avg_last_10`,
              (
                `t37`.`corner_three_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`corner_three_makes_count_last_20`, 0) AS `corner_three_makes_avg_last_20`,
              (
                `t37`.`above_break_three_attempts_parts_last_10` / 1
              ) / NULLIF(`t37`.`above_break_three_attempts_count_last_10`, 0) AS `above_break_three_attempts_avg_last_10`,
              (
                `t37`.`above_break_three_attempts_parts_last_20` / 1
              ) / NULLIF(`t37`.`above_break_three_attempts_count_last_20`, 0) AS `above_break_three_attempts_avg_last_20`,
              (
                `t37`.`above_break_three_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`above_break_three_makes_count_last_10`, 0) AS `above_break_three_makes_avg_last_10`,
              (
                `t37`.`above_break_three_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`above_break_three_makes_count_last_20`, 0) AS `above_break_three_makes_avg_last_20`,
              (
                `t37`.`assisted_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`assisted_makes_count_last_10`, 0) AS `assisted_makes_avg_last_10`,
              (
                `t37`.`assisted_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`assisted_makes_count_last_20`, 0) AS `assisted_makes_avg_last_20`,
              (
                `t37`.`unassisted_makes_parts_last_10` / 1
              ) / NULLIF(`t37`.`unassisted_makes_count_last_10`, 0) AS `unassisted_makes_avg_last_10`,
              (
                `t37`.`unassisted_makes_parts_last_20` / 1
              ) / NULLIF(`t37`.`unassisted_makes_count_last_20`, 0) AS `unassisted_makes_avg_last_20`
            FROM (
              SELECT
                `t14`.`game_id`,
                `t14`.`player_id`,
                `t35`.`last_games`,
                `t35`.`last_games` - COALESCE(`t31`.`last_10_games`, 0) AS `games_last_10`,
                `t35`.`last_paint_attempts_count` - COALESCE(`t31`.`last_10_paint_attempts_count`, 0) AS `paint_attempts_count_last_10`,
                `t35`.`last_paint_attempts_parts` - COALESCE(`t31`.`last_10_paint_attempts_parts`, 0) AS `paint_attempts_parts_last_10`,
                `t35`.`last_paint_makes_count` - COALESCE(`t31`.`last_10_paint_makes_count`, 0) AS `paint_makes_count_last_10`,
                `t35`.`last_paint_makes_parts` - COALESCE(`t31`.`last_10_paint_makes_parts`, 0) AS `paint_makes_parts_last_10`,
                `t35`.`last_mid_range_attempts_count` - COALESCE(`t31`.`last_10_mid_range_attempts_count`, 0) AS `mid_range_attempts_count_last_10`,
                `t35`.`last_mid_range_attempts_parts` - COALESCE(`t31`.`last_10_mid_range_attempts_parts`, 0) AS `mid_range_attempts_parts_last_10`,
                `t35`.`last_mid_range_makes_count` - COALESCE(`t31`.`last_10_mid_range_makes_count`, 0) AS `mid_range_makes_count_last_10`,
                `t35`.`last_mid_range_makes_parts` - COALESCE(`t31`.`last_10_mid_range_makes_parts`, 0) AS `mid_range_makes_parts_last_10`,
                `t35`.`last_corner_three_attempts_count` - COALESCE(`t31`.`last_10_corner_three_attempts_count`, 0) AS `corner_three_attempts_count_last_10`,
                `t35`.`last_corner_three_attempts_parts` - COALESCE(`t31`.`last_10_corner_three_attempts_parts`, 0) AS `corner_three_attempts_parts_last_10`,
                `t35`.`last_corner_three_makes_count` - COALESCE(`t31`.`last_10_corner_three_makes_count`, 0) AS `corner_three_makes_count_last_10`,
                `t35`.`last_corner_three_makes_parts` - COALESCE(`t31`.`last_10_corner_three_makes_parts`, 0) AS `corner_three_makes_parts_last_10`,
                `t35`.`last_above_break_three_attempts_count` - COALESCE(`t31`.`last_10_above_break_three_attempts_count`, 0) AS `above_break_three_attempts_count_last_10`,
                `t35`.`last_above_break_three_attempts_parts` - COALESCE(`t31`.`last_10_above_break_three_attempts_parts`, 0) AS `above_break_three_attempts_parts_last_10`,
                `t35`.`last_above_break_three_makes_count` - COALESCE(`t31`.`last_10_above_break_three_makes_count`, 0) AS `above_break_three_makes_count_last_10`,
                `t35`.`last_above_break_three_makes_parts` - COALESCE(`t31`.`last_10_above_break_three_makes_parts`, 0) AS `above_break_three_makes_parts_last_10`,
                `t35`.`last_assisted_makes_count` - COALESCE(`t31`.`last_10_assisted_makes_count`, 0) AS `assisted_makes_count_last_10`,
                `t35`.`last_assisted_makes_parts` - COALESCE(`t31`.`last_10_assisted_makes_parts`, 0) AS `assisted_makes_parts_last_10`,
                `t35`.`last_unassisted_makes_count` - COALESCE(`t31`.`last_10_unassisted_makes_count`, 0) AS `unassisted_makes_count_last_10`,
                `t35`.`last_unassisted_makes_parts` - COALESCE(`t31`.`last_10_unassisted_makes_parts`, 0) AS `unassisted_makes_parts_last_10`,
                `t35`.`last_games` - COALESCE(`t32`.`last_20_games`, 0) AS `games_last_20`,
                `t35`.`last_paint_attempts_count` - COALESCE(`t32`.`last_20_paint_attempts_count`, 0) AS `paint_attempts_count_last_20`,
                `t35`.`last_paint_attempts_parts` - COALESCE(`t32`.`last_20_paint_attempts_parts`, 0) AS `paint_attempts_parts_last_20`,
                `t35`.`last_paint_makes_count` - COALESCE(`t32`.`last_20_paint_makes_count`, 0) AS `paint_makes_count_last_20`,
                `t35`.`last_paint_makes_parts` - COALESCE(`t32`.`last_20_paint_makes_parts`, 0) AS `paint_makes_parts_last_20`,
                `t35`.`last_mid_range_attempts_count` - COALESCE(`t32`.`last_20_mid_range_attempts_count`, 0) AS `mid_range_attempts_count_last_20`,
                `t35`.`last_mid_range_attempts_parts` - COALESCE(`t32`.`last_20_mid_range_attempts_parts`, 0) AS `mid_range_attempts_parts_last_20`,
                `t35`.`last_mid_range_makes_count` - COALESCE(`t32`.`last_20_mid_range_makes_count`, 0) AS `mid_range_makes_count_last_20`,
                `t35`.`last_mid_range_makes_parts` - COALESCE(`t32`.`last_20_mid_range_makes_parts`, 0) AS `mid_range_makes_parts_last_20`,
                `t35`.`last_corner_three_attempts_count` - COALESCE(`t32`.`last_20_corner_three_attempts_count`, 0) AS `corner_three_attempts_count_last_20`,
                `t35`.`last_corner_three_attempts_parts` - COALESCE(`t32`.`last_20_corner_three_attempts_parts`, 0) AS `corner_three_attempts_parts_last_20`,
                `t35`.`last_corner_three_makes_count` - COALESCE(`t32`.`last_20_corner_three_makes_count`, 0) AS `corner_three_makes_count_last_20`,
                `t35`.`last_corner_three_makes_parts` - COALESCE(`t32`.`last_20_corner_three_makes_parts`, 0) AS `corner_three_makes_parts_last_20`,
                `t35`.`last_above_break_three_attempts_count` - COALESCE(`t32`.`last_20_above_break_three_attempts_count`, 0) AS `above_break_three_attempts_count_last_20`,
                `t35`.`last_above_break_three_attempts_parts` - COALESCE(`t32`.`last_20_above_break_three_attempts_parts`, 0) AS `above_break_three_attempts_parts_last_20`,
                `t35`.`last_above_break_three_makes_count` - COALESCE(`t32`.`last_20_above_break_three_makes_count`, 0) AS `above_break_three_makes_count_last_20`,
                `t35`.`last_above_break_three_makes_parts` - COALESCE(`t32`.`last_20_above_break_three_makes_parts`, 0) AS `above_break_three_makes_parts_last_20`,
                `t35`.`last_assisted_makes_count` - COALESCE(`t32`.`last_20_assisted_makes_count`, 0) AS `assisted_makes_count_last_20`,
                `t35`.`last_assisted_makes_parts` - COALESCE(`t32`.`last_20_assisted_makes_parts`, 0) AS `assisted_makes_parts_last_20`,
                `t35`.`last_unassisted_makes_count` - COALESCE(`t32`.`last_20_unassisted_makes_count`, 0) AS `unassisted_makes_count_last_20`,
                `t35`.`last_unassisted_makes_parts` - COALESCE(`t32`.`last_20_unassisted_makes_parts`, 0) AS `unassisted_makes_parts_last_20`
              FROM `t5` AS `t14`
              LEFT OUTER JOIN (
                SELECT
                  `t33`.`game_date` AS `last_game_date`,
                  `t33`.`season` AS `last_season`,
                  `t33`.`player_id` AS `last_player_id`,
                  `t33`.`games` AS `last_games`,
                  `t33`.`paint_attempts_count` AS `last_paint_attempts_count`,
                  `t33`.`paint_attempts_parts` AS `last_paint_attempts_parts`,
                  `t33`.`paint_makes_count` AS `last_paint_makes_count`,
                  `t33`.`paint_makes_parts` AS `last_paint_makes_parts`,
                  `t33`.`mid_range_attempts_count` AS `last_mid_range_attempts_count`,
                  `t33`.`mid_range_attempts_parts` AS `last_mid_range_attempts_parts`,
                  `t33`.`mid_range_makes_count` AS `last_mid_range_makes_count`,
                  `t33`.`mid_range_makes_parts` AS `last_mid_range_makes_parts`,
                  `t33`.`corner_three_attempts_count` AS `last_corner_three_attempts_count`,
                  `t33`.`corner_three_attempts_parts` AS `last_corner_three_attempts_parts`,
                  `t33`.`corner_three_makes_count` AS `last_corner_three_makes_count`,
                  `t33`.`corner_three_makes_parts` AS `last_corner_three_makes_parts`,
                  `t33`.`above_break_three_attempts_count` AS `last_above_break_three_attempts_count`,
                  `t33`.`above_break_three_attempts_parts` AS `last_above_break_three_attempts_parts`,
                  `t33`.`above_break_three_makes_count` AS `last_above_break_three_makes_count`,
                  `t33`.`above_break_three_makes_parts` AS `last_above_break_three_makes_parts`,
                  `t33`.`assisted_makes_count` AS `last_assisted_makes_count`,
                  `t33`.`assisted_makes_parts` AS `last_assisted_makes_parts`,
                  `t33`.`unassisted_makes_count` AS `last_unassisted_makes_count`,
                  `t33`.`unassisted_makes_parts` AS `last_unassisted_makes_parts`,
                  `t33`.`games_before_season` AS `last_games_before_season`,
                  `t33`.`number` AS `last_number`,
                  `t33`.`next_date` AS `last_next_date`
                FROM (
                  SELECT
                    `t28`.`game_date`,
                    `t28`.`season`,
                    `t28`.`player_id`,
                    `t28`.`games`,
                    `t28`.`paint_attempts_count`,
                    `t28`.`paint_attempts_parts`,
                    `t28`.`paint_makes_count`,
                    `t28`.`paint_makes_parts`,
                    `t28`.`mid_range_attempts_count`,
                    `t28`.`mid_range_attempts_parts`,
                    `t28`.`mid_range_makes_count`,
                    `t28`.`mid_range_makes_parts`,
                    `t28`.`corner_three_attempts_count`,
                    `t28`.`corner_three_attempts_parts`,
                    `t28`.`corner_three_makes_count`,
                    `t28`.`corner_three_makes_parts`,
                    `t28`.`above_break_three_attempts_count`,
                    `t28`.`above_break_three_attempts_parts`,
                    `t28`.`above_break_three_makes_count`,
                    `t28`.`above_break_three_makes_parts`,
                    `t28`.`assisted_makes_count`,
                    `t28`.`assisted_makes_parts`,
                    `t28`.`unassisted_makes_count`,
                    `t28`.`unassisted_makes_parts`,
                    `t28`.`games_before_season`,
                    ROW_NUMBER() OVER (PARTITION BY `t28`.`player_id` ORDER BY `t28`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                    LEAD(`t28`.`game_date`) OVER (PARTITION BY `t28`.`player_id` ORDER BY `t28`.`game_date` ASC NULLS LAST) AS `next_date`
                  FROM `t27` AS `t28`
                ) AS `t33`
              ) AS `t35`
                ON `t14`.`player_id` = `t35`.`last_player_id`
                AND `t14`.`game_date` > `t35`.`last_game_date`
                AND (
                  (
                    `t35`.`last_next_date` IS NULL
                  )
                  OR (
                    `t14`.`game_date` <= `t35`.`last_next_date`
                  )
                )
                AND DATEDIFF(DAY, `t35`.`last_game_date`, `t14`.`game_date`) <= 365
              INNER JOIN (
                SELECT
                  `t12`.`game_id`,
                  `t12`.`player_id`,
                  COALESCE(`t22`.`last_number`, -1) + 1 AS `too_old`
                FROM (
                  SELECT
                    `t1`.`game_id`,
                    `t1`.`player_id`,
                    `t1`.`game_date` - INTERVAL '365' DAY AS `game_date`
                  FROM `input_player_pool` AS `t1`
                ) AS `t12`
                LEFT OUTER JOIN (
                  SELECT
                    `t19`.`game_date` AS `last_game_date`,
                    `t19`.`player_id` AS `last_player_id`,
                    `t19`.`number` AS `last_number`,
                    `t19`.`next_date` AS `last_next_date`
                  FROM (
                    SELECT
                      `t17`.`game_date`,
                      `t17`.`player_id`,
                      ROW_NUMBER() OVER (PARTITION BY `t17`.`player_id` ORDER BY `t17`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                      LEAD(`t17`.`game_date`) OVER (PARTITION BY `t17`.`player_id` ORDER BY `t17`.`game_date` ASC NULLS LAST) AS `next_date`
                    FROM (
                      SELECT
                        `t16`.`game_date`,
                        `t16`.`player_id`
                      FROM `t15` AS `t16`
                    ) AS `t17`
                  ) AS `t19`
                ) AS `t22`
                  ON `t12`.`player_id` = `t22`.`last_player_id`
                  AND `t12`.`game_date` > `t22`.`last_game_date`
                  AND (
                    (
                      `t22`.`last_next_date` IS NULL
                    )
                    OR (
                      `t12`.`game_date` <= `t22`.`last_next_date`
                    )
                  )
              ) AS `t25`
                ON `t14`.`game_id` = `t25`.`game_id` AND `t14`.`player_id` = `t25`.`player_id`
              LEFT OUTER JOIN (
                SELECT
                  `t28`.`player_id` AS `last_10_owner`,
                  `t28`.`games` AS `last_10_games`,
                  `t28`.`paint_attempts_count` AS `last_10_paint_attempts_count`,
                  `t28`.`paint_attempts_parts` AS `last_10_paint_attempts_parts`,
                  `t28`.`paint_makes_count` AS `last_10_paint_makes_count`,
                  `t28`.`paint_makes_parts` AS `last_10_paint_makes_parts`,
                  `t28`.`mid_range_attempts_count` AS `last_10_mid_range_attempts_count`,
                  `t28`.`mid_range_attempts_parts` AS `last_10_mid_range_attempts_parts`,
                  `t28`.`mid_range_makes_count` AS `last_10_mid_range_makes_count`,
                  `t28`.`mid_range_makes_parts` AS `last_10_mid_range_makes_parts`,
                  `t28`.`corner_three_attempts_count` AS `last_10_corner_three_attempts_count`,
                  `t28`.`corner_three_attempts_parts` AS `last_10_corner_three_attempts_parts`,
                  `t28`.`corner_three_makes_count` AS `last_10_corner_three_makes_count`,
                  `t28`.`corner_three_makes_parts` AS `last_10_corner_three_makes_parts`,
                  `t28`.`above_break_three_attempts_count` AS `last_10_above_break_three_attempts_count`,
                  `t28`.`above_break_three_attempts_parts` AS `last_10_above_break_three_attempts_parts`,
                  `t28`.`above_break_three_makes_count` AS `last_10_above_break_three_makes_count`,
                  `t28`.`above_break_three_makes_parts` AS `last_10_above_break_three_makes_parts`,
                  `t28`.`assisted_makes_count` AS `last_10_assisted_makes_count`,
                  `t28`.`assisted_makes_parts` AS `last_10_assisted_makes_parts`,
                  `t28`.`unassisted_makes_count` AS `last_10_unassisted_makes_count`,
                  `t28`.`unassisted_makes_parts` AS `last_10_unassisted_makes_parts`
                FROM `t27` AS `t28`
              ) AS `t31`
                ON `t14`.`player_id` = `t31`.`last_10_owner`
                AND CASE
                  WHEN (
                    (
                      `t35`.`last_games` - 10
                    ) IS NOT NULL
                  )
                  AND (
                    `t25`.`too_old` IS NOT NULL
                  )
                  THEN GREATEST(`t35`.`last_games` - 10, `t25`.`too_old`)
                  ELSE NULL
                END = `t31`.`last_10_games`
              LEFT OUTER JOIN (
                SELECT
                  `t28`.`player_id` AS `last_20_owner`,
                  `t28`.`games` AS `last_20_games`,
                  `t28`.`paint_attempts_count` AS `last_20_paint_attempts_count`,
                  `t28`.`paint_attempts_parts` AS `last_20_paint_attempts_parts`,
                  `t28`.`paint_makes_count` AS `last_20_paint_makes_count`,
                  `t28`.`paint_makes_parts` AS `last_20_paint_makes_parts`,
                  `t28`.`mid_range_attempts_count` AS `last_20_mid_range_attempts_count`,
                  `t28`.`mid_range_attempts_parts` AS `last_20_mid_range_attempts_parts`,
                  `t28`.`mid_range_makes_count` AS `last_20_mid_range_makes_count`,
                  `t28`.`mid_range_makes_parts` AS `last_20_mid_range_makes_parts`,
                  `t28`.`corner_three_attempts_count` AS `last_20_corner_three_attempts_count`,
                  `t28`.`corner_three_attempts_parts` AS `last_20_corner_three_attempts_parts`,
                  `t28`.`corner_three_makes_count` AS `last_20_corner_three_makes_count`,
                  `t28`.`corner_three_makes_parts` AS `last_20_corner_three_makes_parts`,
                  `t28`.`above_break_three_attempts_count` AS `last_20_above_break_three_attempts_count`,
                  `t28`.`above_break_three_attempts_parts` AS `last_20_above_break_three_attempts_parts`,
                  `t28`.`above_break_three_makes_count` AS `last_20_above_break_three_makes_count`,
                  `t28`.`above_break_three_makes_parts` AS `last_20_above_break_three_makes_parts`,
                  `t28`.`assisted_makes_count` AS `last_20_assisted_makes_count`,
                  `t28`.`assisted_makes_parts` AS `last_20_assisted_makes_parts`,
                  `t28`.`unassisted_makes_count` AS `last_20_unassisted_makes_count`,
                  `t28`.`unassisted_makes_parts` AS `last_20_unassisted_makes_parts`
                FROM `t27` AS `t28`
              ) AS `t32`
                ON `t14`.`player_id` = `t32`.`last_20_owner`
                AND CASE
                  WHEN (
                    (
                      `t35`.`last_games` - 20
                    ) IS NOT NULL
                  )
                  AND (
                    `t25`.`too_old` IS NOT NULL
                  )
                  THEN GREATEST(`t35`.`last_games` - 20, `t25`.`too_old`)
                  ELSE NULL
                END = `t32`.`last_20_games`
            ) AS `t37`
          ) AS `t39`
          INNER JOIN `t5` AS `t13`
            ON `t39`.`game_id` = `t13`.`game_id` AND `t39`.`player_id` = `t13`.`player_id`
        ) AS `t40`
      ) AS `t42`
      INNER JOIN (
        SELECT
          `t0`.`season` AS `start_of`,
          MIN(`t0`.`game_date`) AS `starts_on`
        FROM `input_schedule` AS `t0`
        GROUP BY
          1
      ) AS `t11`
        ON `t42`.`season` = `t11`.`start_of`
    ) AS `t43`
  ) AS `t44`
) AS `t46`
