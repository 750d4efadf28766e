-- rows 5329f607100223b5 774f62089c1e7ca5
WITH `t17` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`season`,
    `t16`.`player_id`,
    `t16`.`games`,
    `t16`.`paint_attempts_count`,
    `t16`.`paint_attempts_parts`,
    `t16`.`paint_makes_count`,
    `t16`.`paint_makes_parts`,
    `t16`.`mid_range_attempts_count`,
    `t16`.`mid_range_attempts_parts`,
    `t16`.`mid_range_makes_count`,
    `t16`.`mid_range_makes_parts`,
    `t16`.`corner_three_attempts_count`,
    `t16`.`corner_three_attempts_parts`,
    `t16`.`corner_three_makes_count`,
    `t16`.`corner_three_makes_parts`,
    `t16`.`above_break_three_attempts_count`,
    `t16`.`above_break_three_attempts_parts`,
    `t16`.`above_break_three_makes_count`,
    `t16`.`above_break_three_makes_parts`,
    `t16`.`assisted_makes_count`,
    `t16`.`assisted_makes_parts`,
    `t16`.`unassisted_makes_count`,
    `t16`.`unassisted_makes_parts`,
    MIN(`t16`.`games`) OVER (
      PARTITION BY `t16`.`player_id`, `t16`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t15`.`game_date`,
      `t15`.`season`,
      `t15`.`player_id`,
      CAST(SUM(`t15`.`games`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t15`.`paint_attempts_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `paint_attempts_count`,
      CAST(SUM(`t15`.`paint_attempts_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `paint_attempts_parts`,
      CAST(SUM(`t15`.`paint_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `paint_makes_count`,
      CAST(SUM(`t15`.`paint_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `paint_makes_parts`,
      CAST(SUM(`t15`.`mid_range_attempts_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `mid_range_attempts_count`,
      CAST(SUM(`t15`.`mid_range_attempts_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `mid_range_attempts_parts`,
      CAST(SUM(`t15`.`mid_range_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `mid_range_makes_count`,
      CAST(SUM(`t15`.`mid_range_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `mid_range_makes_parts`,
      CAST(SUM(`t15`.`corner_three_attempts_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `corner_three_attempts_count`,
      CAST(SUM(`t15`.`corner_three_attempts_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `corner_three_attempts_parts`,
      CAST(SUM(`t15`.`corner_three_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `corner_three_makes_count`,
      CAST(SUM(`t15`.`corner_three_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `corner_three_makes_parts`,
      CAST(SUM(`t15`.`above_break_three_attempts_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `above_break_three_attempts_count`,
      CAST(SUM(`t15`.`above_break_three_attempts_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `above_break_three_attempts_parts`,
      CAST(SUM(`t15`.`above_break_three_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `above_break_three_makes_count`,
      CAST(SUM(`t15`.`above_break_three_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `above_break_three_makes_parts`,
      CAST(SUM(`t15`.`assisted_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assisted_makes_count`,
      CAST(SUM(`t15`.`assisted_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assisted_makes_parts`,
      CAST(SUM(`t15`.`unassisted_makes_count`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `unassisted_makes_count`,
      CAST(SUM(`t15`.`unassisted_makes_parts`) OVER (
        PARTITION BY `t15`.`player_id`
        ORDER BY `t15`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `unassisted_makes_parts`
    FROM (
      SELECT
        `t14`.`game_date`,
        `t14`.`season`,
        `t14`.`player_id`,
        1 AS `games`,
        CAST(`t14`.`paint_attempts` IS NOT NULL AS INT64) AS `paint_attempts_count`,
        COALESCE(`t14`.`paint_attempts`, 0) AS `paint_attempts_parts`,
        CAST(`t14`.`paint_makes` IS NOT NULL AS INT64) AS `paint_makes_count`,
        COALESCE(`t14`.`paint_makes`, 0) AS `paint_makes_parts`,
        CAST(`t14`.`mid_range_attempts` IS NOT NULL AS INT64) AS `mid_range_attempts_count`,
        COALESCE(`t14`.`mid_range_attempts`, 0) AS `mid_range_attempts_parts`,
        CAST(`t14`.`mid_range_makes` IS NOT NULL AS INT64) AS `mid_range_makes_count`,
        COALESCE(`t14`.`mid_range_makes`, 0) AS `mid_range_makes_parts`,
        CAST(`t14`.`corner_three_attempts` IS NOT NULL AS INT64) AS `corner_three_attempts_count`,
        COALESCE(`t14`.`corner_three_attempts`, 0) AS `corner_three_attempts_parts`,
        CAST(`t14`.`corner_three_makes` IS NOT NULL AS INT64) AS `corner_three_makes_count`,
        COALESCE(`t14`.`corner_three_makes`, 0) AS `corner_three_makes_parts`,
        CAST(`t14`.`above_break_three_attempts` IS NOT NULL AS INT64) AS `above_break_three_attempts_count`,
        COALESCE(`t14`.`above_break_three_attempts`, 0) AS `above_break_three_attempts_parts`,
        CAST(`t14`.`above_break_three_makes` IS NOT NULL AS INT64) AS `above_break_three_makes_count`,
        COALESCE(`t14`.`above_break_three_makes`, 0) AS `above_break_three_makes_parts`,
        CAST(`t14`.`assisted_makes` IS NOT NULL AS INT64) AS `assisted_makes_count`,
        COALESCE(`t14`.`assisted_makes`, 0) AS `assisted_makes_parts`,
        CAST(`t14`.`unassisted_makes` IS NOT NULL AS INT64) AS `unassisted_makes_count`,
        COALESCE(`t14`.`unassisted_makes`, 0) AS `unassisted_makes_parts`
      FROM (
        SELECT
          `t13`.`game_id`,
          `t13`.`game_date`,
          `t13`.`player_id`,
          `t13`.`player_name`,
          `t13`.`name_key`,
          `t13`.`team_id`,
          `t13`.`opponent_id`,
          `t13`.`season`,
          `t13`.`home`,
          `t13`.`starter`,
          `t13`.`seconds`,
          `t13`.`seconds_are_exact`,
          `t13`.`points`,
          `t13`.`rebounds`,
          `t13`.`offensive_rebounds`,
          `t13`.`defensive_rebounds`,
          `t13`.`assists`,
          `t13`.`steals`,
          `t13`.`blocks`,
          `t13`.`turnovers`,
          `t13`.`field_goals_made`,
          `t13`.`field_goals_attempted`,
          `t13`.`threes_made`,
          `t13`.`threes_attempted`,
          `t13`.`free_throws_made`,
          `t13`.`free_throws_attempted`,
          `t13`.`personal_fouls`,
          `t13`.`plus_minus`,
          `t13`.`effective_field_goal_share`,
          `t13`.`true_shooting_share`,
          `t13`.`usage_rate`,
          `t13`.`usage_rate_reason`,
          `t13`.`paint_attempts`,
          `t13`.`paint_makes`,
          `t13`.`mid_range_attempts`,
          `t13`.`mid_range_makes`,
          `t13`.`corner_three_attempts`,
          `t13`.`corner_three_makes`,
          `t13`.`above_break_three_attempts`,
          `t13`.`above_break_three_makes`,
          `t13`.`assisted_makes`,
          `t13`.`unassisted_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t13`.`player_id` ORDER BY `t13`.`game_date` ASC) - 1 AS `number`
        FROM (
          SELECT
            `t12`.`game_id`,
            `t12`.`game_date`,
            `t12`.`player_id`,
            `t12`.`player_name`,
            `t12`.`name_key`,
            `t12`.`team_id`,
            `t12`.`opponent_id`,
            `t12`.`season`,
            `t12`.`home`,
            `t12`.`starter`,
            `t12`.`seconds`,
            `t12`.`seconds_are_exact`,
            `t12`.`points`,
            `t12`.`rebounds`,
            `t12`.`offensive_rebounds`,
            `t12`.`defensive_rebounds`,
            `t12`.`assists`,
            `t12`.`steals`,
            `t12`.`blocks`,
            `t12`.`turnovers`,
            `t12`.`field_goals_made`,
            `t12`.`field_goals_attempted`,
            `t12`.`threes_made`,
            `t12`.`threes_attempted`,
            `t12`.`free_throws_made`,
            `t12`.`free_throws_attempted`,
            `t12`.`personal_fouls`,
            `t12`.`plus_minus`,
            `t12`.`effective_field_goal_share`,
            `t12`.`true_shooting_share`,
            `t12`.`usage_rate`,
            `t12`.`usage_rate_reason`,
            `t12`.`paint_attempts`,
            `t12`.`paint_makes`,
            `t12`.`mid_range_attempts`,
            `t12`.`mid_range_makes`,
            `t12`.`corner_three_attempts`,
            `t12`.`corner_three_makes`,
            `t12`.`above_break_three_attempts`,
            `t12`.`above_break_three_makes`,
            `t12`.`assisted_makes`,
            `t12`.`unassisted_makes`
          FROM (
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
          ) AS `t12`
        ) AS `t13`
      ) AS `t14`
    ) AS `t15`
  ) AS `t16`
)
SELECT
  `t46`.`game_id`,
  `t46`.`game_date`,
  `t46`.`player_id`,
  CASE
    WHEN `t46`.`paint_share_last_10` IS NOT NULL
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
      THEN ieee_divide(
        `t44`.`paint_attempts_avg_last_10`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
          0
        )
      )
      ELSE NULL
    END AS `paint_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`mid_range_attempts_avg_last_10`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
          0
        )
      )
      ELSE NULL
    END AS `mid_range_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_attempts_avg_last_10`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
          0
        )
      )
      ELSE NULL
    END AS `corner_three_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`above_break_three_attempts_avg_last_10`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
          0
        )
      )
      ELSE NULL
    END AS `above_break_three_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(`t44`.`paint_makes_avg_last_10`, NULLIF(`t44`.`paint_attempts_avg_last_10`, 0))
      ELSE NULL
    END AS `paint_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`mid_range_makes_avg_last_10`,
        NULLIF(`t44`.`mid_range_attempts_avg_last_10`, 0)
      )
      ELSE NULL
    END AS `mid_range_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_makes_avg_last_10`,
        NULLIF(`t44`.`corner_three_attempts_avg_last_10`, 0)
      )
      ELSE NULL
    END AS `corner_three_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`above_break_three_makes_avg_last_10`,
        NULLIF(`t44`.`above_break_three_attempts_avg_last_10`, 0)
      )
      ELSE NULL
    END AS `above_break_three_field_goal_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_10` + 0 + `t44`.`mid_range_attempts_avg_last_10` + `t44`.`corner_three_attempts_avg_last_10` + `t44`.`above_break_three_attempts_avg_last_10`,
          0
        )
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
      THEN ieee_divide(
        `t44`.`assisted_makes_avg_last_10`,
        NULLIF(`t44`.`assisted_makes_avg_last_10` + `t44`.`unassisted_makes_avg_last_10`, 0)
      )
      ELSE NULL
    END AS `assisted_share_last_10`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`paint_attempts_avg_last_20`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
          0
        )
      )
      ELSE NULL
    END AS `paint_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`mid_range_attempts_avg_last_20`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
          0
        )
      )
      ELSE NULL
    END AS `mid_range_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_attempts_avg_last_20`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
          0
        )
      )
      ELSE NULL
    END AS `corner_three_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`above_break_three_attempts_avg_last_20`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
          0
        )
      )
      ELSE NULL
    END AS `above_break_three_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(`t44`.`paint_makes_avg_last_20`, NULLIF(`t44`.`paint_attempts_avg_last_20`, 0))
      ELSE NULL
    END AS `paint_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`mid_range_makes_avg_last_20`,
        NULLIF(`t44`.`mid_range_attempts_avg_last_20`, 0)
      )
      ELSE NULL
    END AS `mid_range_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_makes_avg_last_20`,
        NULLIF(`t44`.`corner_three_attempts_avg_last_20`, 0)
      )
      ELSE NULL
    END AS `corner_three_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`above_break_three_makes_avg_last_20`,
        NULLIF(`t44`.`above_break_three_attempts_avg_last_20`, 0)
      )
      ELSE NULL
    END AS `above_break_three_field_goal_share_last_20`,
    CASE
      WHEN `t44`.`reason` IS NULL
      THEN ieee_divide(
        `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
        NULLIF(
          `t44`.`paint_attempts_avg_last_20` + 0 + `t44`.`mid_range_attempts_avg_last_20` + `t44`.`corner_three_attempts_avg_last_20` + `t44`.`above_break_three_attempts_avg_last_20`,
          0
        )
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
      THEN ieee_divide(
        `t44`.`assisted_makes_avg_last_20`,
        NULLIF(`t44`.`assisted_makes_avg_last_20` + `t44`.`unassisted_makes_avg_last_20`, 0)
      )
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
          3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
        ) IS NOT NULL
        THEN LEAST(
          3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
          10
        )
        ELSE NULL
      END AS `games_required`,
      CASE
        WHEN `t43`.`counted` < CASE
          WHEN (
            3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
          ) IS NOT NULL
          THEN LEAST(
            3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
            10
          )
          ELSE NULL
        END
        THEN CASE
          WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
          THEN 'EXPECTED_INCOMPLETE'
          ELSE 'INSUFFICIENT_HISTORY'
        END
        ELSE NULL
      END AS `reason`,
      CASE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'EXPECTED_INCOMPLETE'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INSUFFICIENT_HISTORY'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'MISSING_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INCOMPLETE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'STALE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PLAYER_DNP'
        THEN FALSE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'NAME_UNRESOLVED'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'VALIDATION_ERROR'
        THEN TRUE
        WHEN CASE
          WHEN `t43`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t43`.`game_date`, `t43`.`starts_on`, DAY) < 21
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
            `t9`.`game_date`,
            `t9`.`season`
          FROM (
            SELECT
              `t37`.`game_id`,
              `t37`.`player_id`,
              COALESCE(`t37`.`games_last_10`, 0) AS `games_last_10`,
              COALESCE(`t37`.`games_last_20`, 0) AS `games_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`paint_attempts_parts_last_10`, 1),
                NULLIF(`t37`.`paint_attempts_count_last_10`, 0)
              ) AS `paint_attempts_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`paint_attempts_parts_last_20`, 1),
                NULLIF(`t37`.`paint_attempts_count_last_20`, 0)
              ) AS `paint_attempts_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`paint_makes_parts_last_10`, 1),
                NULLIF(`t37`.`paint_makes_count_last_10`, 0)
              ) AS `paint_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`paint_makes_parts_last_20`, 1),
                NULLIF(`t37`.`paint_makes_count_last_20`, 0)
              ) AS `paint_makes_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`mid_range_attempts_parts_last_10`, 1),
                NULLIF(`t37`.`mid_range_attempts_count_last_10`, 0)
              ) AS `mid_range_attempts_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`mid_range_attempts_parts_last_20`, 1),
                NULLIF(`t37`.`mid_range_attempts_count_last_20`, 0)
              ) AS `mid_range_attempts_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`mid_range_makes_parts_last_10`, 1),
                NULLIF(`t37`.`mid_range_makes_count_last_10`, 0)
              ) AS `mid_range_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`mid_range_makes_parts_last_20`, 1),
                NULLIF(`t37`.`mid_range_makes_count_last_20`, 0)
              ) AS `mid_range_makes_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`corner_three_attempts_parts_last_10`, 1),
                NULLIF(`t37`.`corner_three_attempts_count_last_10`, 0)
              ) AS `corner_three_attempts_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`corner_three_attempts_parts_last_20`, 1),
                NULLIF(`t37`.`corner_three_attempts_count_last_20`, 0)
              ) AS `corner_three_attempts_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`corner_three_makes_parts_last_10`, 1),
                NULLIF(`t37`.`corner_three_makes_count_last_10`, 0)
              ) AS `corner_three_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`corner_three_makes_parts_last_20`, 1),
                NULLIF(`t37`.`corner_three_makes_count_last_20`, 0)
              ) AS `corner_three_makes_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`above_break_three_attempts_parts_last_10`, 1),
                NULLIF(`t37`.`above_break_three_attempts_count_last_10`, 0)
              ) AS `above_break_three_attempts_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`above_break_three_attempts_parts_last_20`, 1),
                NULLIF(`t37`.`above_break_three_attempts_count_last_20`, 0)
              ) AS `above_break_three_attempts_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`above_break_three_makes_parts_last_10`, 1),
                NULLIF(`t37`.`above_break_three_makes_count_last_10`, 0)
              ) AS `above_break_three_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`above_break_three_makes_parts_last_20`, 1),
                NULLIF(`t37`.`above_break_three_makes_count_last_20`, 0)
              ) AS `above_break_three_makes_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`assisted_makes_parts_last_10`, 1),
                NULLIF(`t37`.`assisted_makes_count_last_10`, 0)
              ) AS `assisted_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`assisted_makes_parts_last_20`, 1),
                NULLIF(`t37`.`assisted_makes_count_last_20`, 0)
              ) AS `assisted_makes_avg_last_20`,
              ieee_divide(
                ieee_divide(`t37`.`unassisted_makes_parts_last_10`, 1),
                NULLIF(`t37`.`unassisted_makes_count_last_10`, 0)
              ) AS `unassisted_makes_avg_last_10`,
              ieee_divide(
                ieee_divide(`t37`.`unassisted_makes_parts_last_20`, 1),
                NULLIF(`t37`.`unassisted_makes_count_last_20`, 0)
              ) AS `unassisted_makes_avg_last_20`
            FROM (
              SELECT
                `t35`.`game_id`,
                `t35`.`player_id`,
                `t35`.`last_games`,
                `t35`.`last_games` - COALESCE(`t22`.`last_10_games`, 0) AS `games_last_10`,
                `t35`.`last_paint_attempts_count` - COALESCE(`t22`.`last_10_paint_attempts_count`, 0) AS `paint_attempts_count_last_10`,
                `t35`.`last_paint_attempts_parts` - COALESCE(`t22`.`last_10_paint_attempts_parts`, 0) AS `paint_attempts_parts_last_10`,
                `t35`.`last_paint_makes_count` - COALESCE(`t22`.`last_10_paint_makes_count`, 0) AS `paint_makes_count_last_10`,
                `t35`.`last_paint_makes_parts` - COALESCE(`t22`.`last_10_paint_makes_parts`, 0) AS `paint_makes_parts_last_10`,
                `t35`.`last_mid_range_attempts_count` - COALESCE(`t22`.`last_10_mid_range_attempts_count`, 0) AS `mid_range_attempts_count_last_10`,
                `t35`.`last_mid_range_attempts_parts` - COALESCE(`t22`.`last_10_mid_range_attempts_parts`, 0) AS `mid_range_attempts_parts_last_10`,
                `t35`.`last_mid_range_makes_count` - COALESCE(`t22`.`last_10_mid_range_makes_count`, 0) AS `mid_range_makes_count_last_10`,
                `t35`.`last_mid_range_makes_parts` - COALESCE(`t22`.`last_10_mid_range_makes_parts`, 0) AS `mid_range_makes_parts_last_10`,
                `t35`.`last_corner_three_attempts_count` - COALESCE(`t22`.`last_10_corner_three_attempts_count`, 0) AS `corner_three_attempts_count_last_10`,
                `t35`.`last_corner_three_attempts_parts` - COALESCE(`t22`.`last_10_corner_three_attempts_parts`, 0) AS `corner_three_attempts_parts_last_10`,
                `t35`.`last_corner_three_makes_count` - COALESCE(`t22`.`last_10_corner_three_makes_count`, 0) AS `corner_three_makes_count_last_10`,
                `t35`.`last_corner_three_makes_parts` - COALESCE(`t22`.`last_10_corner_three_makes_parts`, 0) AS `corner_three_makes_parts_last_10`,
                `t35`.`last_above_break_three_attempts_count` - COALESCE(`t22`.`last_10_above_break_three_attempts_count`, 0) AS `above_break_three_attempts_count_last_10`,
                `t35`.`last_above_break_three_attempts_parts` - COALESCE(`t22`.`last_10_above_break_three_attempts_parts`, 0) AS `above_break_three_attempts_parts_last_10`,
                `t35`.`last_above_break_three_makes_count` - COALESCE(`t22`.`last_10_above_break_three_makes_count`, 0) AS `above_break_three_makes_count_last_10`,
                `t35`.`last_above_break_three_makes_parts` - COALESCE(`t22`.`last_10_above_break_three_makes_parts`, 0) AS `above_break_three_makes_parts_last_10`,
                `t35`.`last_assisted_makes_count` - COALESCE(`t22`.`last_10_assisted_makes_count`, 0) AS `assisted_makes_count_last_10`,
                `t35`.`last_assisted_makes_parts` - COALESCE(`t22`.`last_10_assisted_makes_parts`, 0) AS `assisted_makes_parts_last_10`,
                `t35`.`last_unassisted_makes_count` - COALESCE(`t22`.`last_10_unassisted_makes_count`, 0) AS `unassisted_makes_count_last_10`,
                `t35`.`last_unassisted_makes_parts` - COALESCE(`t22`.`last_10_unassisted_makes_parts`, 0) AS `unassisted_makes_parts_last_10`,
                `t35`.`last_games` - COALESCE(`t23`.`last_20_games`, 0) AS `games_last_20`,
                `t35`.`last_paint_attempts_count` - COALESCE(`t23`.`last_20_paint_attempts_count`, 0) AS `paint_attempts_count_last_20`,
                `t35`.`last_paint_attempts_parts` - COALESCE(`t23`.`last_20_paint_attempts_parts`, 0) AS `paint_attempts_parts_last_20`,
                `t35`.`last_paint_makes_count` - COALESCE(`t23`.`last_20_paint_makes_count`, 0) AS `paint_makes_count_last_20`,
                `t35`.`last_paint_makes_parts` - COALESCE(`t23`.`last_20_paint_makes_parts`, 0) AS `paint_makes_parts_last_20`,
                `t35`.`last_mid_range_attempts_count` - COALESCE(`t23`.`last_20_mid_range_attempts_count`, 0) AS `mid_range_attempts_count_last_20`,
                `t35`.`last_mid_range_attempts_parts` - COALESCE(`t23`.`last_20_mid_range_attempts_parts`, 0) AS `mid_range_attempts_parts_last_20`,
                `t35`.`last_mid_range_makes_count` - COALESCE(`t23`.`last_20_mid_range_makes_count`, 0) AS `mid_range_makes_count_last_20`,
                `t35`.`last_mid_range_makes_parts` - COALESCE(`t23`.`last_20_mid_range_makes_parts`, 0) AS `mid_range_makes_parts_last_20`,
                `t35`.`last_corner_three_attempts_count` - COALESCE(`t23`.`last_20_corner_three_attempts_count`, 0) AS `corner_three_attempts_count_last_20`,
                `t35`.`last_corner_three_attempts_parts` - COALESCE(`t23`.`last_20_corner_three_attempts_parts`, 0) AS `corner_three_attempts_parts_last_20`,
                `t35`.`last_corner_three_makes_count` - COALESCE(`t23`.`last_20_corner_three_makes_count`, 0) AS `corner_three_makes_count_last_20`,
                `t35`.`last_corner_three_makes_parts` - COALESCE(`t23`.`last_20_corner_three_makes_parts`, 0) AS `corner_three_makes_parts_last_20`,
                `t35`.`last_above_break_three_attempts_count` - COALESCE(`t23`.`last_20_above_break_three_attempts_count`, 0) AS `above_break_three_attempts_count_last_20`,
                `t35`.`last_above_break_three_attempts_parts` - COALESCE(`t23`.`last_20_above_break_three_attempts_parts`, 0) AS `above_break_three_attempts_parts_last_20`,
                `t35`.`last_above_break_three_makes_count` - COALESCE(`t23`.`last_20_above_break_three_makes_count`, 0) AS `above_break_three_makes_count_last_20`,
                `t35`.`last_above_break_three_makes_parts` - COALESCE(`t23`.`last_20_above_break_three_makes_parts`, 0) AS `above_break_three_makes_parts_last_20`,
                `t35`.`last_assisted_makes_count` - COALESCE(`t23`.`last_20_assisted_makes_count`, 0) AS `assisted_makes_count_last_20`,
                `t35`.`last_assisted_makes_parts` - COALESCE(`t23`.`last_20_assisted_makes_parts`, 0) AS `assisted_makes_parts_last_20`,
                `t35`.`last_unassisted_makes_count` - COALESCE(`t23`.`last_20_unassisted_makes_count`, 0) AS `unassisted_makes_count_last_20`,
                `t35`.`last_unassisted_makes_parts` - COALESCE(`t23`.`last_20_unassisted_makes_parts`, 0) AS `unassisted_makes_parts_last_20`
              FROM (
                SELECT
                  `t33`.`game_id`,
                  `t33`.`game_date`,
                  `t33`.`season`,
                  `t33`.`player_id`,
                  `t33`.`too_old`,
                  `t33`.`last_game_date`,
                  `t33`.`last_season`,
                  `t33`.`last_player_id`,
                  `t33`.`last_games`,
                  `t33`.`last_paint_attempts_count`,
                  `t33`.`last_paint_attempts_parts`,
                  `t33`.`last_paint_makes_count`,
                  `t33`.`last_paint_makes_parts`,
                  `t33`.`last_mid_range_attempts_count`,
                  `t33`.`last_mid_range_attempts_parts`,
                  `t33`.`last_mid_range_makes_count`,
                  `t33`.`last_mid_range_makes_parts`,
                  `t33`.`last_corner_three_attempts_count`,
                  `t33`.`last_corner_three_attempts_parts`,
                  `t33`.`last_corner_three_makes_count`,
                  `t33`.`last_corner_three_makes_parts`,
                  `t33`.`last_above_break_three_attempts_count`,
                  `t33`.`last_above_break_three_attempts_parts`,
                  `t33`.`last_above_break_three_makes_count`,
                  `t33`.`last_above_break_three_makes_parts`,
                  `t33`.`last_assisted_makes_count`,
                  `t33`.`last_assisted_makes_parts`,
                  `t33`.`last_unassisted_makes_count`,
                  `t33`.`last_unassisted_makes_parts`,
                  `t33`.`last_games_before_season`,
                  `t33`.`last_number`
                FROM (
                  SELECT
                    `t32`.`game_id`,
                    `t32`.`game_date`,
                    `t32`.`season`,
                    `t32`.`player_id`,
                    `t32`.`entered`,
                    `t32`.`too_old`,
                    `t29`.`last_game_date`,
                    `t29`.`last_season`,
                    `t29`.`last_player_id`,
                    `t29`.`last_games`,
                    `t29`.`last_paint_attempts_count`,
                    `t29`.`last_paint_attempts_parts`,
                    `t29`.`last_paint_makes_count`,
                    `t29`.`last_paint_makes_parts`,
                    `t29`.`last_mid_range_attempts_count`,
                    `t29`.`last_mid_range_attempts_parts`,
                    `t29`.`last_mid_range_makes_count`,
                    `t29`.`last_mid_range_makes_parts`,
                    `t29`.`last_corner_three_attempts_count`,
                    `t29`.`last_corner_three_attempts_parts`,
                    `t29`.`last_corner_three_makes_count`,
                    `t29`.`last_corner_three_makes_parts`,
                    `t29`.`last_above_break_three_attempts_count`,
                    `t29`.`last_above_break_three_attempts_parts`,
                    `t29`.`last_above_break_three_makes_count`,
                    `t29`.`last_above_break_three_makes_parts`,
                    `t29`.`last_assisted_makes_count`,
                    `t29`.`last_assisted_makes_parts`,
                    `t29`.`last_unassisted_makes_count`,
                    `t29`.`last_unassisted_makes_parts`,
                    `t29`.`last_games_before_season`,
                    `t29`.`last_number`
                  FROM (
                    SELECT
                      `t30`.`game_id`,
                      `t30`.`game_date`,
                      `t30`.`season`,
                      `t30`.`player_id`,
                      `t30`.`entered`,
                      `t30`.`too_old`
                    FROM (
                      SELECT
                        `t27`.`game_id`,
                        `t27`.`game_date`,
                        `t27`.`season`,
                        `t27`.`player_id`,
                        `t27`.`event`,
                        CAST(SUM(CAST(`t27`.`event` = 1 AS INT64)) OVER (
                          PARTITION BY `t27`.`player_id`
                          ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS INT64) AS `entered`,
                        CAST(SUM(CAST(`t27`.`event` = 2 AS INT64)) OVER (
                          PARTITION BY `t27`.`player_id`
                          ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS INT64) AS `too_old`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            CAST(NULL AS STRING) AS `game_id`,
                            CAST(CAST(DATE_SUB(`t18`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                            CAST(NULL AS STRING) AS `season`,
                            `t18`.`player_id`,
                            2 AS `event`
                          FROM `t17` AS `t18`
                        ) AS `t26`
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              `t1`.`game_id`,
                              `t1`.`game_date`,
                              `t1`.`season`,
                              `t1`.`player_id`,
                              0 AS `event`
                            FROM `input_player_pool` AS `t1`
                          ) AS `t6`
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              CAST(NULL AS STRING) AS `game_id`,
                              `t18`.`game_date`,
                              CAST(NULL AS STRING) AS `season`,
                              `t18`.`player_id`,
                              1 AS `event`
                            FROM `t17` AS `t18`
                          ) AS `t21`
                        ) AS `t24`
                      ) AS `t27`
                    ) AS `t30`
                    WHERE
                      `t30`.`event` = 0
                  ) AS `t32`
                  LEFT OUTER JOIN (
                    SELECT
                      `t25`.`game_date` AS `last_game_date`,
                      `t25`.`season` AS `last_season`,
                      `t25`.`player_id` AS `last_player_id`,
                      `t25`.`games` AS `last_games`,
                      `t25`.`paint_attempts_count` AS `last_paint_attempts_count`,
                      `t25`.`paint_attempts_parts` AS `last_paint_attempts_parts`,
                      `t25`.`paint_makes_count` AS `last_paint_makes_count`,
                      `t25`.`paint_makes_parts` AS `last_paint_makes_parts`,
                      `t25`.`mid_range_attempts_count` AS `last_mid_range_attempts_count`,
                      `t25`.`mid_range_attempts_parts` AS `last_mid_range_attempts_parts`,
                      `t25`.`mid_range_makes_count` AS `last_mid_range_makes_count`,
                      `t25`.`mid_range_makes_parts` AS `last_mid_range_makes_parts`,
                      `t25`.`corner_three_attempts_count` AS `last_corner_three_attempts_count`,
                      `t25`.`corner_three_attempts_parts` AS `last_corner_three_attempts_parts`,
                      `t25`.`corner_three_makes_count` AS `last_corner_three_makes_count`,
                      `t25`.`corner_three_makes_parts` AS `last_corner_three_makes_parts`,
                      `t25`.`above_break_three_attempts_count` AS `last_above_break_three_attempts_count`,
                      `t25`.`above_break_three_attempts_parts` AS `last_above_break_three_attempts_parts`,
                      `t25`.`above_break_three_makes_count` AS `last_above_break_three_makes_count`,
                      `t25`.`above_break_three_makes_parts` AS `last_above_break_three_makes_parts`,
                      `t25`.`assisted_makes_count` AS `last_assisted_makes_count`,
                      `t25`.`assisted_makes_parts` AS `last_assisted_makes_parts`,
                      `t25`.`unassisted_makes_count` AS `last_unassisted_makes_count`,
                      `t25`.`unassisted_makes_parts` AS `last_unassisted_makes_parts`,
                      `t25`.`games_before_season` AS `last_games_before_season`,
                      `t25`.`number` AS `last_number`
                    FROM (
                      SELECT
                        `t18`.`game_date`,
                        `t18`.`season`,
                        `t18`.`player_id`,
                        `t18`.`games`,
                        `t18`.`paint_attempts_count`,
                        `t18`.`paint_attempts_parts`,
                        `t18`.`paint_makes_count`,
                        `t18`.`paint_makes_parts`,
                        `t18`.`mid_range_attempts_count`,
                        `t18`.`mid_range_attempts_parts`,
                        `t18`.`mid_range_makes_count`,
                        `t18`.`mid_range_makes_parts`,
                        `t18`.`corner_three_attempts_count`,
                        `t18`.`corner_three_attempts_parts`,
                        `t18`.`corner_three_makes_count`,
                        `t18`.`corner_three_makes_parts`,
                        `t18`.`above_break_three_attempts_count`,
                        `t18`.`above_break_three_attempts_parts`,
                        `t18`.`above_break_three_makes_count`,
                        `t18`.`above_break_three_makes_parts`,
                        `t18`.`assisted_makes_count`,
                        `t18`.`assisted_makes_parts`,
                        `t18`.`unassisted_makes_count`,
                        `t18`.`unassisted_makes_parts`,
                        `t18`.`games_before_season`,
                        ROW_NUMBER() OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC) - 1 AS `number`
                      FROM `t17` AS `t18`
                    ) AS `t25`
                  ) AS `t29`
                    ON `t32`.`player_id` = `t29`.`last_player_id`
                    AND CASE WHEN `t32`.`entered` > `t32`.`too_old` THEN `t32`.`entered` - 1 ELSE NULL END = `t29`.`last_number`
                ) AS `t33`
              ) AS `t35`
              LEFT OUTER JOIN (
                SELECT
                  `t18`.`player_id` AS `last_10_owner`,
                  `t18`.`games` AS `last_10_games`,
                  `t18`.`paint_attempts_count` AS `last_10_paint_attempts_count`,
                  `t18`.`paint_attempts_parts` AS `last_10_paint_attempts_parts`,
                  `t18`.`paint_makes_count` AS `last_10_paint_makes_count`,
                  `t18`.`paint_makes_parts` AS `last_10_paint_makes_parts`,
                  `t18`.`mid_range_attempts_count` AS `last_10_mid_range_attempts_count`,
                  `t18`.`mid_range_attempts_parts` AS `last_10_mid_range_attempts_parts`,
                  `t18`.`mid_range_makes_count` AS `last_10_mid_range_makes_count`,
                  `t18`.`mid_range_makes_parts` AS `last_10_mid_range_makes_parts`,
                  `t18`.`corner_three_attempts_count` AS `last_10_corner_three_attempts_count`,
                  `t18`.`corner_three_attempts_parts` AS `last_10_corner_three_attempts_parts`,
                  `t18`.`corner_three_makes_count` AS `last_10_corner_three_makes_count`,
                  `t18`.`corner_three_makes_parts` AS `last_10_corner_three_makes_parts`,
                  `t18`.`above_break_three_attempts_count` AS `last_10_above_break_three_attempts_count`,
                  `t18`.`above_break_three_attempts_parts` AS `last_10_above_break_three_attempts_parts`,
                  `t18`.`above_break_three_makes_count` AS `last_10_above_break_three_makes_count`,
                  `t18`.`above_break_three_makes_parts` AS `last_10_above_break_three_makes_parts`,
                  `t18`.`assisted_makes_count` AS `last_10_assisted_makes_count`,
                  `t18`.`assisted_makes_parts` AS `last_10_assisted_makes_parts`,
                  `t18`.`unassisted_makes_count` AS `last_10_unassisted_makes_count`,
                  `t18`.`unassisted_makes_parts` AS `last_10_unassisted_makes_parts`
                FROM `t17` AS `t18`
              ) AS `t22`
                ON `t35`.`player_id` = `t22`.`last_10_owner`
                AND CASE
                  WHEN (
                    (
                      `t35`.`last_games` - 10
                    ) IS NOT NULL
                  )
                  AND (
                    `t35`.`too_old` IS NOT NULL
                  )
                  THEN GREATEST(`t35`.`last_games` - 10, `t35`.`too_old`)
                  ELSE NULL
                END = `t22`.`last_10_games`
              LEFT OUTER JOIN (
                SELECT
                  `t18`.`player_id` AS `last_20_owner`,
                  `t18`.`games` AS `last_20_games`,
                  `t18`.`paint_attempts_count` AS `last_20_paint_attempts_count`,
                  `t18`.`paint_attempts_parts` AS `last_20_paint_attempts_parts`,
                  `t18`.`paint_makes_count` AS `last_20_paint_makes_count`,
                  `t18`.`paint_makes_parts` AS `last_20_paint_makes_parts`,
                  `t18`.`mid_range_attempts_count` AS `last_20_mid_range_attempts_count`,
                  `t18`.`mid_range_attempts_parts` AS `last_20_mid_range_attempts_parts`,
                  `t18`.`mid_range_makes_count` AS `last_20_mid_range_makes_count`,
                  `t18`.`mid_range_makes_parts` AS `last_20_mid_range_makes_parts`,
                  `t18`.`corner_three_attempts_count` AS `last_20_corner_three_attempts_count`,
                  `t18`.`corner_three_attempts_parts` AS `last_20_corner_three_attempts_parts`,
                  `t18`.`corner_three_makes_count` AS `last_20_corner_three_makes_count`,
                  `t18`.`corner_three_makes_parts` AS `last_20_corner_three_makes_parts`,
                  `t18`.`above_break_three_attempts_count` AS `last_20_above_break_three_attempts_count`,
                  `t18`.`above_break_three_attempts_parts` AS `last_20_above_break_three_attempts_parts`,
                  `t18`.`above_break_three_makes_count` AS `last_20_above_break_three_makes_count`,
                  `t18`.`above_break_three_makes_parts` AS `last_20_above_break_three_makes_parts`,
                  `t18`.`assisted_makes_count` AS `last_20_assisted_makes_count`,
                  `t18`.`assisted_makes_parts` AS `last_20_assisted_makes_parts`,
                  `t18`.`unassisted_makes_count` AS `last_20_unassisted_makes_count`,
                  `t18`.`unassisted_makes_parts` AS `last_20_unassisted_makes_parts`
                FROM `t17` AS `t18`
              ) AS `t23`
                ON `t35`.`player_id` = `t23`.`last_20_owner`
                AND CASE
                  WHEN (
                    (
                      `t35`.`last_games` - 20
                    ) IS NOT NULL
                  )
                  AND (
                    `t35`.`too_old` IS NOT NULL
                  )
                  THEN GREATEST(`t35`.`last_games` - 20, `t35`.`too_old`)
                  ELSE NULL
                END = `t23`.`last_20_games`
            ) AS `t37`
          ) AS `t39`
          INNER JOIN (
            SELECT
              `t1`.`game_id`,
              `t1`.`player_id`,
              `t1`.`game_date`,
              `t1`.`season`
            FROM `input_player_pool` AS `t1`
          ) AS `t9`
            ON `t39`.`game_id` = `t9`.`game_id` AND `t39`.`player_id` = `t9`.`player_id`
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
