-- rows 95072f932ccca53b 3eb3f74342922603
WITH `t8` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`season`,
    `t7`.`player_id`,
    `t7`.`games`,
    `t7`.`points_parts`,
    `t7`.`points_squares`,
    `t7`.`points_numbered`,
    `t7`.`rebounds_parts`,
    `t7`.`rebounds_squares`,
    `t7`.`rebounds_numbered`,
    `t7`.`assists_parts`,
    `t7`.`assists_squares`,
    `t7`.`assists_numbered`,
    `t7`.`threes_parts`,
    `t7`.`threes_squares`,
    `t7`.`threes_numbered`,
    `t7`.`steals_parts`,
    `t7`.`steals_squares`,
    `t7`.`steals_numbered`,
    `t7`.`blocks_parts`,
    `t7`.`blocks_squares`,
    `t7`.`blocks_numbered`,
    `t7`.`turnovers_parts`,
    `t7`.`turnovers_squares`,
    `t7`.`turnovers_numbered`,
    `t7`.`points_rebounds_assists_parts`,
    `t7`.`points_rebounds_assists_squares`,
    `t7`.`points_rebounds_parts`,
    `t7`.`points_rebounds_squares`,
    `t7`.`points_assists_parts`,
    `t7`.`points_assists_squares`,
    `t7`.`rebounds_assists_parts`,
    `t7`.`rebounds_assists_squares`,
    `t7`.`blocks_steals_parts`,
    `t7`.`blocks_steals_squares`,
    `t7`.`minutes_parts`,
    `t7`.`minutes_squares`,
    `t7`.`usage_rate_count`,
    `t7`.`usage_rate_parts`,
    `t7`.`usage_rate_squares`,
    `t7`.`true_shooting_share_count`,
    `t7`.`true_shooting_share_parts`,
    `t7`.`starts_count`,
    `t7`.`starts_parts`,
    `t7`.`field_goals_attempted_parts`,
    `t7`.`field_goals_made_parts`,
    `t7`.`threes_attempted_parts`,
    `t7`.`free_throws_attempted_parts`,
    `t7`.`free_throws_made_parts`,
    MIN(`t7`.`games`) OVER (
      PARTITION BY `t7`.`player_id`, `t7`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t6`.`game_date`,
      `t6`.`season`,
      `t6`.`player_id`,
      CAST(SUM(`t6`.`games`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t6`.`points_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_parts`,
      CAST(SUM(`t6`.`points_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_squares`,
      CAST(SUM(`t6`.`points_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_numbered`,
      CAST(SUM(`t6`.`rebounds_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_parts`,
      CAST(SUM(`t6`.`rebounds_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_squares`,
      CAST(SUM(`t6`.`rebounds_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_numbered`,
      CAST(SUM(`t6`.`assists_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_parts`,
      CAST(SUM(`t6`.`assists_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_squares`,
      CAST(SUM(`t6`.`assists_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_numbered`,
      CAST(SUM(`t6`.`threes_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_parts`,
      CAST(SUM(`t6`.`threes_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_squares`,
      CAST(SUM(`t6`.`threes_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_numbered`,
      CAST(SUM(`t6`.`steals_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_parts`,
      CAST(SUM(`t6`.`steals_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_squares`,
      CAST(SUM(`t6`.`steals_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_numbered`,
      CAST(SUM(`t6`.`blocks_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_parts`,
      CAST(SUM(`t6`.`blocks_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_squares`,
      CAST(SUM(`t6`.`blocks_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_numbered`,
      CAST(SUM(`t6`.`turnovers_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_parts`,
      CAST(SUM(`t6`.`turnovers_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_squares`,
      CAST(SUM(`t6`.`turnovers_numbered`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_numbered`,
      CAST(SUM(`t6`.`points_rebounds_assists_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_assists_parts`,
      CAST(SUM(`t6`.`points_rebounds_assists_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_assists_squares`,
      CAST(SUM(`t6`.`points_rebounds_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_parts`,
      CAST(SUM(`t6`.`points_rebounds_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_squares`,
      CAST(SUM(`t6`.`points_assists_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_assists_parts`,
      CAST(SUM(`t6`.`points_assists_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_assists_squares`,
      CAST(SUM(`t6`.`rebounds_assists_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_assists_parts`,
      CAST(SUM(`t6`.`rebounds_assists_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_assists_squares`,
      CAST(SUM(`t6`.`blocks_steals_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_steals_parts`,
      CAST(SUM(`t6`.`blocks_steals_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_steals_squares`,
      CAST(SUM(`t6`.`minutes_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_parts`,
      CAST(SUM(`t6`.`minutes_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_squares`,
      CAST(SUM(`t6`.`usage_rate_count`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_count`,
      CAST(SUM(`t6`.`usage_rate_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_parts`,
      CAST(SUM(`t6`.`usage_rate_squares`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_squares`,
      CAST(SUM(`t6`.`true_shooting_share_count`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `true_shooting_share_count`,
      CAST(SUM(`t6`.`true_shooting_share_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `true_shooting_share_parts`,
      CAST(SUM(`t6`.`starts_count`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `starts_count`,
      CAST(SUM(`t6`.`starts_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `starts_parts`,
      CAST(SUM(`t6`.`field_goals_attempted_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `field_goals_attempted_parts`,
      CAST(SUM(`t6`.`field_goals_made_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `field_goals_made_parts`,
      CAST(SUM(`t6`.`threes_attempted_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_attempted_parts`,
      CAST(SUM(`t6`.`free_throws_attempted_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `free_throws_attempted_parts`,
      CAST(SUM(`t6`.`free_throws_made_parts`) OVER (
        PARTITION BY `t6`.`player_id`
        ORDER BY `t6`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `free_throws_made_parts`
    FROM (
      SELECT
        `t5`.`game_date`,
        `t5`.`season`,
        `t5`.`player_id`,
        1 AS `games`,
        COALESCE(`t5`.`points`, 0) AS `points_parts`,
        COALESCE(`t5`.`points` * `t5`.`points`, 0) AS `points_squares`,
        `t5`.`points` * (
          `t5`.`number` + 1
        ) AS `points_numbered`,
        COALESCE(`t5`.`rebounds`, 0) AS `rebounds_parts`,
        COALESCE(`t5`.`rebounds` * `t5`.`rebounds`, 0) AS `rebounds_squares`,
        `t5`.`rebounds` * (
          `t5`.`number` + 1
        ) AS `rebounds_numbered`,
        COALESCE(`t5`.`assists`, 0) AS `assists_parts`,
        COALESCE(`t5`.`assists` * `t5`.`assists`, 0) AS `assists_squares`,
        `t5`.`assists` * (
          `t5`.`number` + 1
        ) AS `assists_numbered`,
        COALESCE(`t5`.`threes_made`, 0) AS `threes_parts`,
        COALESCE(`t5`.`threes_made` * `t5`.`threes_made`, 0) AS `threes_squares`,
        `t5`.`threes_made` * (
          `t5`.`number` + 1
        ) AS `threes_numbered`,
        COALESCE(`t5`.`steals`, 0) AS `steals_parts`,
        COALESCE(`t5`.`steals` * `t5`.`steals`, 0) AS `steals_squares`,
        `t5`.`steals` * (
          `t5`.`number` + 1
        ) AS `steals_numbered`,
        COALESCE(`t5`.`blocks`, 0) AS `blocks_parts`,
        COALESCE(`t5`.`blocks` * `t5`.`blocks`, 0) AS `blocks_squares`,
        `t5`.`blocks` * (
          `t5`.`number` + 1
        ) AS `blocks_numbered`,
        COALESCE(`t5`.`turnovers`, 0) AS `turnovers_parts`,
        COALESCE(`t5`.`turnovers` * `t5`.`turnovers`, 0) AS `turnovers_squares`,
        `t5`.`turnovers` * (
          `t5`.`number` + 1
        ) AS `turnovers_numbered`,
        COALESCE(`t5`.`points` + `t5`.`rebounds` + `t5`.`assists`, 0) AS `points_rebounds_assists_parts`,
        COALESCE(
          (
            `t5`.`points` + `t5`.`rebounds` + `t5`.`assists`
          ) * (
            `t5`.`points` + `t5`.`rebounds` + `t5`.`assists`
          ),
          0
        ) AS `points_rebounds_assists_squares`,
        COALESCE(`t5`.`points` + `t5`.`rebounds`, 0) AS `points_rebounds_parts`,
        COALESCE((
          `t5`.`points` + `t5`.`rebounds`
        ) * (
          `t5`.`points` + `t5`.`rebounds`
        ), 0) AS `points_rebounds_squares`,
        COALESCE(`t5`.`points` + `t5`.`assists`, 0) AS `points_assists_parts`,
        COALESCE((
          `t5`.`points` + `t5`.`assists`
        ) * (
          `t5`.`points` + `t5`.`assists`
        ), 0) AS `points_assists_squares`,
        COALESCE(`t5`.`rebounds` + `t5`.`assists`, 0) AS `rebounds_assists_parts`,
        COALESCE((
          `t5`.`rebounds` + `t5`.`assists`
        ) * (
          `t5`.`rebounds` + `t5`.`assists`
        ), 0) AS `rebounds_assists_squares`,
        COALESCE(`t5`.`blocks` + `t5`.`steals`, 0) AS `blocks_steals_parts`,
        COALESCE((
          `t5`.`blocks` + `t5`.`steals`
        ) * (
          `t5`.`blocks` + `t5`.`steals`
        ), 0) AS `blocks_steals_squares`,
        COALESCE(`t5`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t5`.`seconds` * `t5`.`seconds`, 0) AS `minutes_squares`,
        CAST(CAST(ROUND(`t5`.`usage_rate` * 1000000000, 0) AS INT64) IS NOT NULL AS INT64) AS `usage_rate_count`,
        COALESCE(CAST(ROUND(`t5`.`usage_rate` * 1000000000, 0) AS INT64), 0) AS `usage_rate_parts`,
        COALESCE(
          CAST(ROUND(
            ieee_divide(
              CAST(CAST(ROUND(`t5`.`usage_rate` * 1000000000, 0) AS INT64) AS FLOAT64),
              1000000000
            ) * ieee_divide(
              CAST(CAST(ROUND(`t5`.`usage_rate` * 1000000000, 0) AS INT64) AS FLOAT64),
              1000000000
            ) * 1000000000,
            0
          ) AS INT64),
          0
        ) AS `usage_rate_squares`,
        CAST(CAST(ROUND(`t5`.`true_shooting_share` * 1000000000, 0) AS INT64) IS NOT NULL AS INT64) AS `true_shooting_share_count`,
        COALESCE(CAST(ROUND(`t5`.`true_shooting_share` * 1000000000, 0) AS INT64), 0) AS `true_shooting_share_parts`,
        CAST(CAST(`t5`.`starter` AS INT64) IS NOT NULL AS INT64) AS `starts_count`,
        COALESCE(CAST(`t5`.`starter` AS INT64), 0) AS `starts_parts`,
        COALESCE(`t5`.`field_goals_attempted`, 0) AS `field_goals_attempted_parts`,
        COALESCE(`t5`.`field_goals_made`, 0) AS `field_goals_made_parts`,
        COALESCE(`t5`.`threes_attempted`, 0) AS `threes_attempted_parts`,
        COALESCE(`t5`.`free_throws_attempted`, 0) AS `free_throws_attempted_parts`,
        COALESCE(`t5`.`free_throws_made`, 0) AS `free_throws_made_parts`
      FROM (
        SELECT
          `t1`.`game_id`,
          `t1`.`game_date`,
          `t1`.`player_id`,
          `t1`.`player_name`,
          `t1`.`name_key`,
          `t1`.`team_id`,
          `t1`.`opponent_id`,
          `t1`.`season`,
          `t1`.`home`,
          `t1`.`starter`,
          `t1`.`seconds`,
          `t1`.`seconds_are_exact`,
          `t1`.`points`,
          `t1`.`rebounds`,
          `t1`.`offensive_rebounds`,
          `t1`.`defensive_rebounds`,
          `t1`.`assists`,
          `t1`.`steals`,
          `t1`.`blocks`,
          `t1`.`turnovers`,
          `t1`.`field_goals_made`,
          `t1`.`field_goals_attempted`,
          `t1`.`threes_made`,
          `t1`.`threes_attempted`,
          `t1`.`free_throws_made`,
          `t1`.`free_throws_attempted`,
          `t1`.`personal_fouls`,
          `t1`.`plus_minus`,
          `t1`.`effective_field_goal_share`,
          `t1`.`true_shooting_share`,
          `t1`.`usage_rate`,
          `t1`.`usage_rate_reason`,
          `t1`.`paint_attempts`,
          `t1`.`paint_makes`,
          `t1`.`mid_range_attempts`,
          `t1`.`mid_range_makes`,
          `t1`.`corner_three_attempts`,
          `t1`.`corner_three_makes`,
          `t1`.`above_break_three_attempts`,
          `t1`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t1`.`player_id` ORDER BY `t1`.`game_date` ASC) - 1 AS `number`
        FROM `input_player_game_summary` AS `t1`
      ) AS `t5`
    ) AS `t6`
  ) AS `t7`
)
SELECT
  *
FROM (
  SELECT
    `t4`.`game_id`,
    `t4`.`player_id`,
    `t4`.`game_date`,
    `t36`.`games_last_3`,
    `t36`.`games_last_5`,
    `t36`.`games_last_10`,
    `t36`.`games_last_20`,
    `t36`.`games_season`,
    `t36`.`points_avg_last_3`,
    `t36`.`points_avg_last_5`,
    `t36`.`points_avg_last_10`,
    `t36`.`points_std_last_10`,
    `t36`.`points_avg_last_20`,
    `t36`.`points_avg_season`,
    `t36`.`points_std_season`,
    `t36`.`points_avg_recent`,
    `t36`.`points_slope_last_10`,
    `t36`.`rebounds_avg_last_3`,
    `t36`.`rebounds_avg_last_5`,
    `t36`.`rebounds_avg_last_10`,
    `t36`.`rebounds_std_last_10`,
    `t36`.`rebounds_avg_last_20`,
    `t36`.`rebounds_avg_season`,
    `t36`.`rebounds_std_season`,
    `t36`.`rebounds_avg_recent`,
    `t36`.`rebounds_slope_last_10`,
    `t36`.`assists_avg_last_3`,
    `t36`.`assists_avg_last_5`,
    `t36`.`assists_avg_last_10`,
    `t36`.`assists_std_last_10`,
    `t36`.`assists_avg_last_20`,
    `t36`.`assists_avg_season`,
    `t36`.`assists_std_season`,
    `t36`.`assists_avg_recent`,
    `t36`.`assists_slope_last_10`,
    `t36`.`threes_avg_last_3`,
    `t36`.`threes_avg_last_5`,
    `t36`.`threes_avg_last_10`,
    `t36`.`threes_std_last_10`,
    `t36`.`threes_avg_last_20`,
    `t36`.`threes_avg_season`,
    `t36`.`threes_std_season`,
    `t36`.`threes_avg_recent`,
    `t36`.`threes_slope_last_10`,
    `t36`.`steals_avg_last_10`,
    `t36`.`steals_std_last_10`,
    `t36`.`steals_avg_last_20`,
    `t36`.`steals_avg_season`,
    `t36`.`steals_std_season`,
    `t36`.`steals_avg_recent`,
    `t36`.`steals_slope_last_10`,
    `t36`.`blocks_avg_last_10`,
    `t36`.`blocks_std_last_10`,
    `t36`.`blocks_avg_last_20`,
    `t36`.`blocks_avg_season`,
    `t36`.`blocks_std_season`,
    `t36`.`blocks_avg_recent`,
    `t36`.`blocks_slope_last_10`,
    `t36`.`turnovers_avg_last_10`,
    `t36`.`turnovers_std_last_10`,
    `t36`.`turnovers_avg_last_20`,
    `t36`.`turnovers_avg_season`,
    `t36`.`turnovers_std_season`,
    `t36`.`turnovers_avg_recent`,
    `t36`.`turnovers_slope_last_10`,
    `t36`.`points_rebounds_assists_avg_last_5`,
    `t36`.`points_rebounds_assists_avg_last_10`,
    `t36`.`points_rebounds_assists_std_last_10`,
    `t36`.`points_rebounds_assists_avg_season`,
    `t36`.`points_rebounds_assists_std_season`,
    `t36`.`points_rebounds_avg_last_5`,
    `t36`.`points_rebounds_avg_last_10`,
    `t36`.`points_rebounds_std_last_10`,
    `t36`.`points_rebounds_avg_season`,
    `t36`.`points_rebounds_std_season`,
    `t36`.`points_assists_avg_last_5`,
    `t36`.`points_assists_avg_last_10`,
    `t36`.`points_assists_std_last_10`,
    `t36`.`points_assists_avg_season`,
    `t36`.`points_assists_std_season`,
    `t36`.`rebounds_assists_avg_last_5`,
    `t36`.`rebounds_assists_avg_last_10`,
    `t36`.`rebounds_assists_std_last_10`,
    `t36`.`rebounds_assists_avg_season`,
    `t36`.`rebounds_assists_std_season`,
    `t36`.`blocks_steals_avg_last_5`,
    `t36`.`blocks_steals_avg_last_10`,
    `t36`.`blocks_steals_std_last_10`,
    `t36`.`blocks_steals_avg_season`,
    `t36`.`blocks_steals_std_season`,
    `t36`.`minutes_avg_last_3`,
    `t36`.`minutes_avg_last_5`,
    `t36`.`minutes_avg_last_10`,
    `t36`.`minutes_std_last_10`,
    `t36`.`minutes_avg_last_20`,
    `t36`.`minutes_avg_season`,
    `t36`.`minutes_std_season`,
    `t36`.`minutes_avg_recent`,
    `t36`.`usage_rate_avg_last_3`,
    `t36`.`usage_rate_avg_last_5`,
    `t36`.`usage_rate_avg_last_10`,
    `t36`.`usage_rate_std_last_10`,
    `t36`.`usage_rate_avg_last_20`,
    `t36`.`usage_rate_avg_season`,
    `t36`.`usage_rate_std_season`,
    `t36`.`usage_rate_avg_recent`,
    `t36`.`true_shooting_share_avg_last_3`,
    `t36`.`true_shooting_share_avg_last_5`,
    `t36`.`true_shooting_share_avg_last_10`,
    `t36`.`true_shooting_share_avg_last_20`,
    `t36`.`true_shooting_share_avg_season`,
    `t36`.`starts_avg_last_5`,
    `t36`.`starts_avg_last_10`,
    `t36`.`starts_avg_last_20`,
    `t36`.`starts_avg_season`,
    `t36`.`field_goals_attempted_avg_last_5`,
    `t36`.`field_goals_attempted_avg_last_10`,
    `t36`.`field_goals_attempted_avg_last_20`,
    `t36`.`field_goals_attempted_avg_season`,
    `t36`.`field_goals_attempted_avg_recent`,
    `t36`.`field_goals_made_avg_last_5`,
    `t36`.`field_goals_made_avg_last_10`,
    `t36`.`field_goals_made_avg_last_20`,
    `t36`.`field_goals_made_avg_season`,
    `t36`.`field_goals_made_avg_recent`,
    `t36`.`threes_attempted_avg_last_5`,
    `t36`.`threes_attempted_avg_last_10`,
    `t36`.`threes_attempted_avg_last_20`,
    `t36`.`threes_attempted_avg_season`,
    `t36`.`threes_attempted_avg_recent`,
    `t36`.`free_throws_attempted_avg_last_5`,
    `t36`.`free_throws_attempted_avg_last_10`,
    `t36`.`free_throws_attempted_avg_last_20`,
    `t36`.`free_throws_attempted_avg_season`,
    `t36`.`free_throws_attempted_avg_recent`,
    `t36`.`free_throws_made_avg_last_5`,
    `t36`.`free_throws_made_avg_last_10`,
    `t36`.`free_throws_made_avg_last_20`,
    `t36`.`free_throws_made_avg_season`,
    `t36`.`free_throws_made_avg_recent`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`game_date`
    FROM `input_player_pool` AS `t0`
  ) AS `t4`
  INNER JOIN (
    SELECT
      `t34`.`game_id`,
      `t34`.`player_id`,
      COALESCE(`t34`.`games_last_3`, 0) AS `games_last_3`,
      COALESCE(`t34`.`games_last_5`, 0) AS `games_last_5`,
      COALESCE(`t34`.`games_last_10`, 0) AS `games_last_10`,
      COALESCE(`t34`.`games_last_20`, 0) AS `games_last_20`,
      COALESCE(`t34`.`games_season`, 0) AS `games_season`,
      ieee_divide(ieee_divide(`t34`.`points_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) AS `points_avg_last_3`,
      ieee_divide(ieee_divide(`t34`.`points_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) AS `points_avg_last_5`,
      ieee_divide(ieee_divide(`t34`.`points_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `points_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_parts_last_10`, 1) * ieee_divide(`t34`.`points_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_parts_last_10`, 1) * ieee_divide(`t34`.`points_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`points_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `points_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`points_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `points_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_parts_season`, 1) * ieee_divide(`t34`.`points_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_parts_season`, 1) * ieee_divide(`t34`.`points_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`points_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t34`.`points_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t34`.`points_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`points_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        4
      ) AS `points_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`points_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`points_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `points_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) AS `rebounds_avg_last_3`,
      ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) AS `rebounds_avg_last_5`,
      ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `rebounds_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_parts_last_10`, 1) * ieee_divide(`t34`.`rebounds_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_parts_last_10`, 1) * ieee_divide(`t34`.`rebounds_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `rebounds_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`rebounds_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `rebounds_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_parts_season`, 1) * ieee_divide(`t34`.`rebounds_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_parts_season`, 1) * ieee_divide(`t34`.`rebounds_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`rebounds_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        4
      ) AS `rebounds_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`rebounds_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`rebounds_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `rebounds_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`assists_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) AS `assists_avg_last_3`,
      ieee_divide(ieee_divide(`t34`.`assists_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) AS `assists_avg_last_5`,
      ieee_divide(ieee_divide(`t34`.`assists_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `assists_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`assists_parts_last_10`, 1) * ieee_divide(`t34`.`assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`assists_parts_last_10`, 1) * ieee_divide(`t34`.`assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `assists_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`assists_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `assists_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`assists_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `assists_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`assists_parts_season`, 1) * ieee_divide(`t34`.`assists_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`assists_parts_season`, 1) * ieee_divide(`t34`.`assists_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `assists_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`assists_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t34`.`assists_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t34`.`assists_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`assists_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        4
      ) AS `assists_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`assists_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`assists_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `assists_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`threes_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) AS `threes_avg_last_3`,
      ieee_divide(ieee_divide(`t34`.`threes_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) AS `threes_avg_last_5`,
      ieee_divide(ieee_divide(`t34`.`threes_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `threes_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`threes_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`threes_parts_last_10`, 1) * ieee_divide(`t34`.`threes_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`threes_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`threes_parts_last_10`, 1) * ieee_divide(`t34`.`threes_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `threes_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`threes_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `threes_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`threes_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `threes_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`threes_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`threes_parts_season`, 1) * ieee_divide(`t34`.`threes_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`threes_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`threes_parts_season`, 1) * ieee_divide(`t34`.`threes_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `threes_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`threes_parts_last_3`, 1), NULLIF(`t34`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t34`.`threes_parts_last_5`, 1), NULLIF(`t34`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t34`.`threes_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`threes_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        4
      ) AS `threes_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`threes_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`threes_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `threes_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`steals_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `steals_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`steals_parts_last_10`, 1) * ieee_divide(`t34`.`steals_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`steals_parts_last_10`, 1) * ieee_divide(`t34`.`steals_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `steals_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`steals_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `steals_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`steals_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `steals_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`steals_parts_season`, 1) * ieee_divide(`t34`.`steals_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`steals_parts_season`, 1) * ieee_divide(`t34`.`steals_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `steals_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`steals_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`steals_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        2
      ) AS `steals_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`steals_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`steals_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `steals_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`blocks_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `blocks_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`blocks_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_parts_last_10`, 1) * ieee_divide(`t34`.`blocks_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`blocks_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_parts_last_10`, 1) * ieee_divide(`t34`.`blocks_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `blocks_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`blocks_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `blocks_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`blocks_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `blocks_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`blocks_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_parts_season`, 1) * ieee_divide(`t34`.`blocks_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`blocks_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_parts_season`, 1) * ieee_divide(`t34`.`blocks_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `blocks_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`blocks_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`blocks_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        2
      ) AS `blocks_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`blocks_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`blocks_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `blocks_slope_last_10`,
      ieee_divide(ieee_divide(`t34`.`turnovers_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) AS `turnovers_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`turnovers_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`turnovers_parts_last_10`, 1) * ieee_divide(`t34`.`turnovers_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`turnovers_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`turnovers_parts_last_10`, 1) * ieee_divide(`t34`.`turnovers_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `turnovers_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`turnovers_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)) AS `turnovers_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`turnovers_parts_season`, 1), NULLIF(`t34`.`games_season`, 0)) AS `turnovers_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`turnovers_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`turnovers_parts_season`, 1) * ieee_divide(`t34`.`turnovers_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`turnovers_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`turnovers_parts_season`, 1) * ieee_divide(`t34`.`turnovers_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `turnovers_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`turnovers_parts_last_10`, 1), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`turnovers_parts_last_20`, 1), NULLIF(`t34`.`games_last_20`, 0)),
        2
      ) AS `turnovers_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t34`.`games_last_10` * 12 * `t34`.`turnovers_numbered_last_10`
          ) - (
            `t34`.`games_last_10` * (
              (
                (
                  `t34`.`last_games` * 2
                ) - `t34`.`games_last_10`
              ) + 1
            ) * 6 * `t34`.`turnovers_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t34`.`games_last_10` * `t34`.`games_last_10` * (
            (
              `t34`.`games_last_10` * `t34`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `turnovers_slope_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_assists_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `points_rebounds_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_assists_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `points_rebounds_assists_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_assists_parts_last_10`, 1) * ieee_divide(`t34`.`points_rebounds_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_assists_parts_last_10`, 1) * ieee_divide(`t34`.`points_rebounds_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_assists_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `points_rebounds_assists_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_assists_parts_season`, 1) * ieee_divide(`t34`.`points_rebounds_assists_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_assists_parts_season`, 1) * ieee_divide(`t34`.`points_rebounds_assists_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_assists_std_season`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `points_rebounds_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `points_rebounds_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_parts_last_10`, 1) * ieee_divide(`t34`.`points_rebounds_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_parts_last_10`, 1) * ieee_divide(`t34`.`points_rebounds_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`points_rebounds_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `points_rebounds_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_parts_season`, 1) * ieee_divide(`t34`.`points_rebounds_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_rebounds_parts_season`, 1) * ieee_divide(`t34`.`points_rebounds_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_std_season`,
      ieee_divide(
        ieee_divide(`t34`.`points_assists_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `points_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`points_assists_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `points_assists_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_assists_parts_last_10`, 1) * ieee_divide(`t34`.`points_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_assists_parts_last_10`, 1) * ieee_divide(`t34`.`points_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`points_assists_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `points_assists_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`points_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_assists_parts_season`, 1) * ieee_divide(`t34`.`points_assists_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`points_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`points_assists_parts_season`, 1) * ieee_divide(`t34`.`points_assists_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_assists_std_season`,
      ieee_divide(
        ieee_divide(`t34`.`rebounds_assists_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `rebounds_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`rebounds_assists_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `rebounds_assists_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_assists_parts_last_10`, 1) * ieee_divide(`t34`.`rebounds_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_assists_parts_last_10`, 1) * ieee_divide(`t34`.`rebounds_assists_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`rebounds_assists_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `rebounds_assists_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_assists_parts_season`, 1) * ieee_divide(`t34`.`rebounds_assists_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`rebounds_assists_parts_season`, 1) * ieee_divide(`t34`.`rebounds_assists_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_assists_std_season`,
      ieee_divide(
        ieee_divide(`t34`.`blocks_steals_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `blocks_steals_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`blocks_steals_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `blocks_steals_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`blocks_steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_steals_parts_last_10`, 1) * ieee_divide(`t34`.`blocks_steals_parts_last_10`, 1),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`blocks_steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_steals_parts_last_10`, 1) * ieee_divide(`t34`.`blocks_steals_parts_last_10`, 1),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `blocks_steals_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`blocks_steals_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `blocks_steals_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`blocks_steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_steals_parts_season`, 1) * ieee_divide(`t34`.`blocks_steals_parts_season`, 1),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`blocks_steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t34`.`blocks_steals_parts_season`, 1) * ieee_divide(`t34`.`blocks_steals_parts_season`, 1),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `blocks_steals_std_season`,
      ieee_divide(ieee_divide(`t34`.`minutes_parts_last_3`, 60), NULLIF(`t34`.`games_last_3`, 0)) AS `minutes_avg_last_3`,
      ieee_divide(ieee_divide(`t34`.`minutes_parts_last_5`, 60), NULLIF(`t34`.`games_last_5`, 0)) AS `minutes_avg_last_5`,
      ieee_divide(ieee_divide(`t34`.`minutes_parts_last_10`, 60), NULLIF(`t34`.`games_last_10`, 0)) AS `minutes_avg_last_10`,
      CASE
        WHEN `t34`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`minutes_squares_last_10`, 3600) - ieee_divide(
                  ieee_divide(`t34`.`minutes_parts_last_10`, 60) * ieee_divide(`t34`.`minutes_parts_last_10`, 60),
                  `t34`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`minutes_squares_last_10`, 3600) - ieee_divide(
                  ieee_divide(`t34`.`minutes_parts_last_10`, 60) * ieee_divide(`t34`.`minutes_parts_last_10`, 60),
                  `t34`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `minutes_std_last_10`,
      ieee_divide(ieee_divide(`t34`.`minutes_parts_last_20`, 60), NULLIF(`t34`.`games_last_20`, 0)) AS `minutes_avg_last_20`,
      ieee_divide(ieee_divide(`t34`.`minutes_parts_season`, 60), NULLIF(`t34`.`games_season`, 0)) AS `minutes_avg_season`,
      CASE
        WHEN `t34`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`minutes_squares_season`, 3600) - ieee_divide(
                  ieee_divide(`t34`.`minutes_parts_season`, 60) * ieee_divide(`t34`.`minutes_parts_season`, 60),
                  `t34`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`minutes_squares_season`, 3600) - ieee_divide(
                  ieee_divide(`t34`.`minutes_parts_season`, 60) * ieee_divide(`t34`.`minutes_parts_season`, 60),
                  `t34`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `minutes_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t34`.`minutes_parts_last_3`, 60), NULLIF(`t34`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t34`.`minutes_parts_last_5`, 60), NULLIF(`t34`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t34`.`minutes_parts_last_10`, 60), NULLIF(`t34`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t34`.`minutes_parts_last_20`, 60), NULLIF(`t34`.`games_last_20`, 0)),
        4
      ) AS `minutes_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`usage_rate_parts_last_3`, 1000000000),
        NULLIF(`t34`.`usage_rate_count_last_3`, 0)
      ) AS `usage_rate_avg_last_3`,
      ieee_divide(
        ieee_divide(`t34`.`usage_rate_parts_last_5`, 1000000000),
        NULLIF(`t34`.`usage_rate_count_last_5`, 0)
      ) AS `usage_rate_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000),
        NULLIF(`t34`.`usage_rate_count_last_10`, 0)
      ) AS `usage_rate_avg_last_10`,
      CASE
        WHEN `t34`.`usage_rate_count_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`usage_rate_squares_last_10`, 1000000000) - ieee_divide(
                  ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000) * ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000),
                  `t34`.`usage_rate_count_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`usage_rate_squares_last_10`, 1000000000) - ieee_divide(
                  ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000) * ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000),
                  `t34`.`usage_rate_count_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`usage_rate_count_last_10` - 1
          )
        )
        ELSE NULL
      END AS `usage_rate_std_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`usage_rate_parts_last_20`, 1000000000),
        NULLIF(`t34`.`usage_rate_count_last_20`, 0)
      ) AS `usage_rate_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`usage_rate_parts_season`, 1000000000),
        NULLIF(`t34`.`usage_rate_count_season`, 0)
      ) AS `usage_rate_avg_season`,
      CASE
        WHEN `t34`.`usage_rate_count_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t34`.`usage_rate_squares_season`, 1000000000) - ieee_divide(
                  ieee_divide(`t34`.`usage_rate_parts_season`, 1000000000) * ieee_divide(`t34`.`usage_rate_parts_season`, 1000000000),
                  `t34`.`usage_rate_count_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t34`.`usage_rate_squares_season`, 1000000000) - ieee_divide(
                  ieee_divide(`t34`.`usage_rate_parts_season`, 1000000000) * ieee_divide(`t34`.`usage_rate_parts_season`, 1000000000),
                  `t34`.`usage_rate_count_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t34`.`usage_rate_count_season` - 1
          )
        )
        ELSE NULL
      END AS `usage_rate_std_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`usage_rate_parts_last_3`, 1000000000),
          NULLIF(`t34`.`usage_rate_count_last_3`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`usage_rate_parts_last_5`, 1000000000),
          NULLIF(`t34`.`usage_rate_count_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`usage_rate_parts_last_10`, 1000000000),
          NULLIF(`t34`.`usage_rate_count_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`usage_rate_parts_last_20`, 1000000000),
          NULLIF(`t34`.`usage_rate_count_last_20`, 0)
        ),
        4
      ) AS `usage_rate_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`true_shooting_share_parts_last_3`, 1000000000),
        NULLIF(`t34`.`true_shooting_share_count_last_3`, 0)
      ) AS `true_shooting_share_avg_last_3`,
      ieee_divide(
        ieee_divide(`t34`.`true_shooting_share_parts_last_5`, 1000000000),
        NULLIF(`t34`.`true_shooting_share_count_last_5`, 0)
      ) AS `true_shooting_share_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`true_shooting_share_parts_last_10`, 1000000000),
        NULLIF(`t34`.`true_shooting_share_count_last_10`, 0)
      ) AS `true_shooting_share_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`true_shooting_share_parts_last_20`, 1000000000),
        NULLIF(`t34`.`true_shooting_share_count_last_20`, 0)
      ) AS `true_shooting_share_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`true_shooting_share_parts_season`, 1000000000),
        NULLIF(`t34`.`true_shooting_share_count_season`, 0)
      ) AS `true_shooting_share_avg_season`,
      ieee_divide(
        ieee_divide(`t34`.`starts_parts_last_5`, 1),
        NULLIF(`t34`.`starts_count_last_5`, 0)
      ) AS `starts_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`starts_parts_last_10`, 1),
        NULLIF(`t34`.`starts_count_last_10`, 0)
      ) AS `starts_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`starts_parts_last_20`, 1),
        NULLIF(`t34`.`starts_count_last_20`, 0)
      ) AS `starts_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`starts_parts_season`, 1),
        NULLIF(`t34`.`starts_count_season`, 0)
      ) AS `starts_avg_season`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_attempted_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `field_goals_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_attempted_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `field_goals_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_attempted_parts_last_20`, 1),
        NULLIF(`t34`.`games_last_20`, 0)
      ) AS `field_goals_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_attempted_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `field_goals_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`field_goals_attempted_parts_last_5`, 1),
          NULLIF(`t34`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`field_goals_attempted_parts_last_10`, 1),
          NULLIF(`t34`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`field_goals_attempted_parts_last_20`, 1),
          NULLIF(`t34`.`games_last_20`, 0)
        ),
        3
      ) AS `field_goals_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_made_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `field_goals_made_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_made_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `field_goals_made_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_made_parts_last_20`, 1),
        NULLIF(`t34`.`games_last_20`, 0)
      ) AS `field_goals_made_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`field_goals_made_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `field_goals_made_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`field_goals_made_parts_last_5`, 1),
          NULLIF(`t34`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`field_goals_made_parts_last_10`, 1),
          NULLIF(`t34`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`field_goals_made_parts_last_20`, 1),
          NULLIF(`t34`.`games_last_20`, 0)
        ),
        3
      ) AS `field_goals_made_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`threes_attempted_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `threes_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`threes_attempted_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `threes_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`threes_attempted_parts_last_20`, 1),
        NULLIF(`t34`.`games_last_20`, 0)
      ) AS `threes_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`threes_attempted_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `threes_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`threes_attempted_parts_last_5`, 1),
          NULLIF(`t34`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`threes_attempted_parts_last_10`, 1),
          NULLIF(`t34`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`threes_attempted_parts_last_20`, 1),
          NULLIF(`t34`.`games_last_20`, 0)
        ),
        3
      ) AS `threes_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_attempted_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `free_throws_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_attempted_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `free_throws_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_attempted_parts_last_20`, 1),
        NULLIF(`t34`.`games_last_20`, 0)
      ) AS `free_throws_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_attempted_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `free_throws_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`free_throws_attempted_parts_last_5`, 1),
          NULLIF(`t34`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`free_throws_attempted_parts_last_10`, 1),
          NULLIF(`t34`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`free_throws_attempted_parts_last_20`, 1),
          NULLIF(`t34`.`games_last_20`, 0)
        ),
        3
      ) AS `free_throws_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_made_parts_last_5`, 1),
        NULLIF(`t34`.`games_last_5`, 0)
      ) AS `free_throws_made_avg_last_5`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_made_parts_last_10`, 1),
        NULLIF(`t34`.`games_last_10`, 0)
      ) AS `free_throws_made_avg_last_10`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_made_parts_last_20`, 1),
        NULLIF(`t34`.`games_last_20`, 0)
      ) AS `free_throws_made_avg_last_20`,
      ieee_divide(
        ieee_divide(`t34`.`free_throws_made_parts_season`, 1),
        NULLIF(`t34`.`games_season`, 0)
      ) AS `free_throws_made_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t34`.`free_throws_made_parts_last_5`, 1),
          NULLIF(`t34`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`free_throws_made_parts_last_10`, 1),
          NULLIF(`t34`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t34`.`free_throws_made_parts_last_20`, 1),
          NULLIF(`t34`.`games_last_20`, 0)
        ),
        3
      ) AS `free_throws_made_avg_recent`
    FROM (
      SELECT
        `t32`.`game_id`,
        `t32`.`player_id`,
        `t32`.`last_games`,
        `t32`.`last_games` - COALESCE(`t16`.`last_3_games`, 0) AS `games_last_3`,
        `t32`.`last_points_parts` - COALESCE(`t16`.`last_3_points_parts`, 0) AS `points_parts_last_3`,
        `t32`.`last_rebounds_parts` - COALESCE(`t16`.`last_3_rebounds_parts`, 0) AS `rebounds_parts_last_3`,
        `t32`.`last_assists_parts` - COALESCE(`t16`.`last_3_assists_parts`, 0) AS `assists_parts_last_3`,
        `t32`.`last_threes_parts` - COALESCE(`t16`.`last_3_threes_parts`, 0) AS `threes_parts_last_3`,
        `t32`.`last_minutes_parts` - COALESCE(`t16`.`last_3_minutes_parts`, 0) AS `minutes_parts_last_3`,
        `t32`.`last_usage_rate_count` - COALESCE(`t16`.`last_3_usage_rate_count`, 0) AS `usage_rate_count_last_3`,
        `t32`.`last_usage_rate_parts` - COALESCE(`t16`.`last_3_usage_rate_parts`, 0) AS `usage_rate_parts_last_3`,
        `t32`.`last_true_shooting_share_count` - COALESCE(`t16`.`last_3_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_3`,
        `t32`.`last_true_shooting_share_parts` - COALESCE(`t16`.`last_3_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_3`,
        `t32`.`last_games` - COALESCE(`t17`.`last_5_games`, 0) AS `games_last_5`,
        `t32`.`last_points_parts` - COALESCE(`t17`.`last_5_points_parts`, 0) AS `points_parts_last_5`,
        `t32`.`last_rebounds_parts` - COALESCE(`t17`.`last_5_rebounds_parts`, 0) AS `rebounds_parts_last_5`,
        `t32`.`last_assists_parts` - COALESCE(`t17`.`last_5_assists_parts`, 0) AS `assists_parts_last_5`,
        `t32`.`last_threes_parts` - COALESCE(`t17`.`last_5_threes_parts`, 0) AS `threes_parts_last_5`,
        `t32`.`last_points_rebounds_assists_parts` - COALESCE(`t17`.`last_5_points_rebounds_assists_parts`, 0) AS `points_rebounds_assists_parts_last_5`,
        `t32`.`last_points_rebounds_parts` - COALESCE(`t17`.`last_5_points_rebounds_parts`, 0) AS `points_rebounds_parts_last_5`,
        `t32`.`last_points_assists_parts` - COALESCE(`t17`.`last_5_points_assists_parts`, 0) AS `points_assists_parts_last_5`,
        `t32`.`last_rebounds_assists_parts` - COALESCE(`t17`.`last_5_rebounds_assists_parts`, 0) AS `rebounds_assists_parts_last_5`,
        `t32`.`last_blocks_steals_parts` - COALESCE(`t17`.`last_5_blocks_steals_parts`, 0) AS `blocks_steals_parts_last_5`,
        `t32`.`last_minutes_parts` - COALESCE(`t17`.`last_5_minutes_parts`, 0) AS `minutes_parts_last_5`,
        `t32`.`last_usage_rate_count` - COALESCE(`t17`.`last_5_usage_rate_count`, 0) AS `usage_rate_count_last_5`,
        `t32`.`last_usage_rate_parts` - COALESCE(`t17`.`last_5_usage_rate_parts`, 0) AS `usage_rate_parts_last_5`,
        `t32`.`last_true_shooting_share_count` - COALESCE(`t17`.`last_5_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_5`,
        `t32`.`last_true_shooting_share_parts` - COALESCE(`t17`.`last_5_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_5`,
        `t32`.`last_starts_count` - COALESCE(`t17`.`last_5_starts_count`, 0) AS `starts_count_last_5`,
        `t32`.`last_starts_parts` - COALESCE(`t17`.`last_5_starts_parts`, 0) AS `starts_parts_last_5`,
        `t32`.`last_field_goals_attempted_parts` - COALESCE(`t17`.`last_5_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_5`,
        `t32`.`last_field_goals_made_parts` - COALESCE(`t17`.`last_5_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_5`,
        `t32`.`last_threes_attempted_parts` - COALESCE(`t17`.`last_5_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_5`,
        `t32`.`last_free_throws_attempted_parts` - COALESCE(`t17`.`last_5_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_5`,
        `t32`.`last_free_throws_made_parts` - COALESCE(`t17`.`last_5_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_5`,
        `t32`.`last_games` - COALESCE(`t19`.`last_10_games`, 0) AS `games_last_10`,
        `t32`.`last_points_parts` - COALESCE(`t19`.`last_10_points_parts`, 0) AS `points_parts_last_10`,
        `t32`.`last_points_squares` - COALESCE(`t19`.`last_10_points_squares`, 0) AS `points_squares_last_10`,
        `t32`.`last_points_numbered` - COALESCE(`t19`.`last_10_points_numbered`, 0) AS `points_numbered_last_10`,
        `t32`.`last_rebounds_parts` - COALESCE(`t19`.`last_10_rebounds_parts`, 0) AS `rebounds_parts_last_10`,
        `t32`.`last_rebounds_squares` - COALESCE(`t19`.`last_10_rebounds_squares`, 0) AS `rebounds_squares_last_10`,
        `t32`.`last_rebounds_numbered` - COALESCE(`t19`.`last_10_rebounds_numbered`, 0) AS `rebounds_numbered_last_10`,
        `t32`.`last_assists_parts` - COALESCE(`t19`.`last_10_assists_parts`, 0) AS `assists_parts_last_10`,
        `t32`.`last_assists_squares` - COALESCE(`t19`.`last_10_assists_squares`, 0) AS `assists_squares_last_10`,
        `t32`.`last_assists_numbered` - COALESCE(`t19`.`last_10_assists_numbered`, 0) AS `assists_numbered_last_10`,
        `t32`.`last_threes_parts` - COALESCE(`t19`.`last_10_threes_parts`, 0) AS `threes_parts_last_10`,
        `t32`.`last_threes_squares` - COALESCE(`t19`.`last_10_threes_squares`, 0) AS `threes_squares_last_10`,
        `t32`.`last_threes_numbered` - COALESCE(`t19`.`last_10_threes_numbered`, 0) AS `threes_numbered_last_10`,
        `t32`.`last_steals_parts` - COALESCE(`t19`.`last_10_steals_parts`, 0) AS `steals_parts_last_10`,
        `t32`.`last_steals_squares` - COALESCE(`t19`.`last_10_steals_squares`, 0) AS `steals_squares_last_10`,
        `t32`.`last_steals_numbered` - COALESCE(`t19`.`last_10_steals_numbered`, 0) AS `steals_numbered_last_10`,
        `t32`.`last_blocks_parts` - COALESCE(`t19`.`last_10_blocks_parts`, 0) AS `blocks_parts_last_10`,
        `t32`.`last_blocks_squares` - COALESCE(`t19`.`last_10_blocks_squares`, 0) AS `blocks_squares_last_10`,
        `t32`.`last_blocks_numbered` - COALESCE(`t19`.`last_10_blocks_numbered`, 0) AS `blocks_numbered_last_10`,
        `t32`.`last_turnovers_parts` - COALESCE(`t19`.`last_10_turnovers_parts`, 0) AS `turnovers_parts_last_10`,
        `t32`.`last_turnovers_squares` - COALESCE(`t19`.`last_10_turnovers_squares`, 0) AS `turnovers_squares_last_10`,
        `t32`.`last_turnovers_numbered` - COALESCE(`t19`.`last_10_turnovers_numbered`, 0) AS `turnovers_numbered_last_10`,
        `t32`.`last_points_rebounds_assists_parts` - COALESCE(`t19`.`last_10_points_rebounds_assists_parts`, 0) AS `points_rebounds_assists_parts_last_10`,
        `t32`.`last_points_rebounds_assists_squares` - COALESCE(`t19`.`last_10_points_rebounds_assists_squares`, 0) AS `points_rebounds_assists_squares_last_10`,
        `t32`.`last_points_rebounds_parts` - COALESCE(`t19`.`last_10_points_rebounds_parts`, 0) AS `points_rebounds_parts_last_10`,
        `t32`.`last_points_rebounds_squares` - COALESCE(`t19`.`last_10_points_rebounds_squares`, 0) AS `points_rebounds_squares_last_10`,
        `t32`.`last_points_assists_parts` - COALESCE(`t19`.`last_10_points_assists_parts`, 0) AS `points_assists_parts_last_10`,
        `t32`.`last_points_assists_squares` - COALESCE(`t19`.`last_10_points_assists_squares`, 0) AS `points_assists_squares_last_10`,
        `t32`.`last_rebounds_assists_parts` - COALESCE(`t19`.`last_10_rebounds_assists_parts`, 0) AS `rebounds_assists_parts_last_10`,
        `t32`.`last_rebounds_assists_squares` - COALESCE(`t19`.`last_10_rebounds_assists_squares`, 0) AS `rebounds_assists_squares_last_10`,
        `t32`.`last_blocks_steals_parts` - COALESCE(`t19`.`last_10_blocks_steals_parts`, 0) AS `blocks_steals_parts_last_10`,
        `t32`.`last_blocks_steals_squares` - COALESCE(`t19`.`last_10_blocks_steals_squares`, 0) AS `blocks_steals_squares_last_10`,
        `t32`.`last_minutes_parts` - COALESCE(`t19`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
        `t32`.`last_minutes_squares` - COALESCE(`t19`.`last_10_minutes_squares`, 0) AS `minutes_squares_last_10`,
        `t32`.`last_usage_rate_count` - COALESCE(`t19`.`last_10_usage_rate_count`, 0) AS `usage_rate_count_last_10`,
        `t32`.`last_usage_rate_parts` - COALESCE(`t19`.`last_10_usage_rate_parts`, 0) AS `usage_rate_parts_last_10`,
        `t32`.`last_usage_rate_squares` - COALESCE(`t19`.`last_10_usage_rate_squares`, 0) AS `usage_rate_squares_last_10`,
        `t32`.`last_true_shooting_share_count` - COALESCE(`t19`.`last_10_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_10`,
        `t32`.`last_true_shooting_share_parts` - COALESCE(`t19`.`last_10_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_10`,
        `t32`.`last_starts_count` - COALESCE(`t19`.`last_10_starts_count`, 0) AS `starts_count_last_10`,
        `t32`.`last_starts_parts` - COALESCE(`t19`.`last_10_starts_parts`, 0) AS `starts_parts_last_10`,
        `t32`.`last_field_goals_attempted_parts` - COALESCE(`t19`.`last_10_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_10`,
        `t32`.`last_field_goals_made_parts` - COALESCE(`t19`.`last_10_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_10`,
        `t32`.`last_threes_attempted_parts` - COALESCE(`t19`.`last_10_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_10`,
        `t32`.`last_free_throws_attempted_parts` - COALESCE(`t19`.`last_10_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_10`,
        `t32`.`last_free_throws_made_parts` - COALESCE(`t19`.`last_10_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_10`,
        `t32`.`last_games` - COALESCE(`t18`.`last_20_games`, 0) AS `games_last_20`,
        `t32`.`last_points_parts` - COALESCE(`t18`.`last_20_points_parts`, 0) AS `points_parts_last_20`,
        `t32`.`last_rebounds_parts` - COALESCE(`t18`.`last_20_rebounds_parts`, 0) AS `rebounds_parts_last_20`,
        `t32`.`last_assists_parts` - COALESCE(`t18`.`last_20_assists_parts`, 0) AS `assists_parts_last_20`,
        `t32`.`last_threes_parts` - COALESCE(`t18`.`last_20_threes_parts`, 0) AS `threes_parts_last_20`,
        `t32`.`last_steals_parts` - COALESCE(`t18`.`last_20_steals_parts`, 0) AS `steals_parts_last_20`,
        `t32`.`last_blocks_parts` - COALESCE(`t18`.`last_20_blocks_parts`, 0) AS `blocks_parts_last_20`,
        `t32`.`last_turnovers_parts` - COALESCE(`t18`.`last_20_turnovers_parts`, 0) AS `turnovers_parts_last_20`,
        `t32`.`last_minutes_parts` - COALESCE(`t18`.`last_20_minutes_parts`, 0) AS `minutes_parts_last_20`,
        `t32`.`last_usage_rate_count` - COALESCE(`t18`.`last_20_usage_rate_count`, 0) AS `usage_rate_count_last_20`,
        `t32`.`last_usage_rate_parts` - COALESCE(`t18`.`last_20_usage_rate_parts`, 0) AS `usage_rate_parts_last_20`,
        `t32`.`last_true_shooting_share_count` - COALESCE(`t18`.`last_20_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_20`,
        `t32`.`last_true_shooting_share_parts` - COALESCE(`t18`.`last_20_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_20`,
        `t32`.`last_starts_count` - COALESCE(`t18`.`last_20_starts_count`, 0) AS `starts_count_last_20`,
        `t32`.`last_starts_parts` - COALESCE(`t18`.`last_20_starts_parts`, 0) AS `starts_parts_last_20`,
        `t32`.`last_field_goals_attempted_parts` - COALESCE(`t18`.`last_20_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_20`,
        `t32`.`last_field_goals_made_parts` - COALESCE(`t18`.`last_20_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_20`,
        `t32`.`last_threes_attempted_parts` - COALESCE(`t18`.`last_20_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_20`,
        `t32`.`last_free_throws_attempted_parts` - COALESCE(`t18`.`last_20_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_20`,
        `t32`.`last_free_throws_made_parts` - COALESCE(`t18`.`last_20_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_20`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_games` - COALESCE(`t20`.`season_games`, 0)
          ELSE NULL
        END AS `games_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_parts` - COALESCE(`t20`.`season_points_parts`, 0)
          ELSE NULL
        END AS `points_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_squares` - COALESCE(`t20`.`season_points_squares`, 0)
          ELSE NULL
        END AS `points_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_rebounds_parts` - COALESCE(`t20`.`season_rebounds_parts`, 0)
          ELSE NULL
        END AS `rebounds_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_rebounds_squares` - COALESCE(`t20`.`season_rebounds_squares`, 0)
          ELSE NULL
        END AS `rebounds_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_assists_parts` - COALESCE(`t20`.`season_assists_parts`, 0)
          ELSE NULL
        END AS `assists_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_assists_squares` - COALESCE(`t20`.`season_assists_squares`, 0)
          ELSE NULL
        END AS `assists_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_threes_parts` - COALESCE(`t20`.`season_threes_parts`, 0)
          ELSE NULL
        END AS `threes_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_threes_squares` - COALESCE(`t20`.`season_threes_squares`, 0)
          ELSE NULL
        END AS `threes_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_steals_parts` - COALESCE(`t20`.`season_steals_parts`, 0)
          ELSE NULL
        END AS `steals_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_steals_squares` - COALESCE(`t20`.`season_steals_squares`, 0)
          ELSE NULL
        END AS `steals_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_blocks_parts` - COALESCE(`t20`.`season_blocks_parts`, 0)
          ELSE NULL
        END AS `blocks_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_blocks_squares` - COALESCE(`t20`.`season_blocks_squares`, 0)
          ELSE NULL
        END AS `blocks_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_turnovers_parts` - COALESCE(`t20`.`season_turnovers_parts`, 0)
          ELSE NULL
        END AS `turnovers_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_turnovers_squares` - COALESCE(`t20`.`season_turnovers_squares`, 0)
          ELSE NULL
        END AS `turnovers_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_rebounds_assists_parts` - COALESCE(`t20`.`season_points_rebounds_assists_parts`, 0)
          ELSE NULL
        END AS `points_rebounds_assists_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_rebounds_assists_squares` - COALESCE(`t20`.`season_points_rebounds_assists_squares`, 0)
          ELSE NULL
        END AS `points_rebounds_assists_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_rebounds_parts` - COALESCE(`t20`.`season_points_rebounds_parts`, 0)
          ELSE NULL
        END AS `points_rebounds_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_rebounds_squares` - COALESCE(`t20`.`season_points_rebounds_squares`, 0)
          ELSE NULL
        END AS `points_rebounds_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_assists_parts` - COALESCE(`t20`.`season_points_assists_parts`, 0)
          ELSE NULL
        END AS `points_assists_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_points_assists_squares` - COALESCE(`t20`.`season_points_assists_squares`, 0)
          ELSE NULL
        END AS `points_assists_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_rebounds_assists_parts` - COALESCE(`t20`.`season_rebounds_assists_parts`, 0)
          ELSE NULL
        END AS `rebounds_assists_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_rebounds_assists_squares` - COALESCE(`t20`.`season_rebounds_assists_squares`, 0)
          ELSE NULL
        END AS `rebounds_assists_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_blocks_steals_parts` - COALESCE(`t20`.`season_blocks_steals_parts`, 0)
          ELSE NULL
        END AS `blocks_steals_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_blocks_steals_squares` - COALESCE(`t20`.`season_blocks_steals_squares`, 0)
          ELSE NULL
        END AS `blocks_steals_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_minutes_parts` - COALESCE(`t20`.`season_minutes_parts`, 0)
          ELSE NULL
        END AS `minutes_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_minutes_squares` - COALESCE(`t20`.`season_minutes_squares`, 0)
          ELSE NULL
        END AS `minutes_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_usage_rate_count` - COALESCE(`t20`.`season_usage_rate_count`, 0)
          ELSE NULL
        END AS `usage_rate_count_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_usage_rate_parts` - COALESCE(`t20`.`season_usage_rate_parts`, 0)
          ELSE NULL
        END AS `usage_rate_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_usage_rate_squares` - COALESCE(`t20`.`season_usage_rate_squares`, 0)
          ELSE NULL
        END AS `usage_rate_squares_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_true_shooting_share_count` - COALESCE(`t20`.`season_true_shooting_share_count`, 0)
          ELSE NULL
        END AS `true_shooting_share_count_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_true_shooting_share_parts` - COALESCE(`t20`.`season_true_shooting_share_parts`, 0)
          ELSE NULL
        END AS `true_shooting_share_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_starts_count` - COALESCE(`t20`.`season_starts_count`, 0)
          ELSE NULL
        END AS `starts_count_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_starts_parts` - COALESCE(`t20`.`season_starts_parts`, 0)
          ELSE NULL
        END AS `starts_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_field_goals_attempted_parts` - COALESCE(`t20`.`season_field_goals_attempted_parts`, 0)
          ELSE NULL
        END AS `field_goals_attempted_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_field_goals_made_parts` - COALESCE(`t20`.`season_field_goals_made_parts`, 0)
          ELSE NULL
        END AS `field_goals_made_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_threes_attempted_parts` - COALESCE(`t20`.`season_threes_attempted_parts`, 0)
          ELSE NULL
        END AS `threes_attempted_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_free_throws_attempted_parts` - COALESCE(`t20`.`season_free_throws_attempted_parts`, 0)
          ELSE NULL
        END AS `free_throws_attempted_parts_season`,
        CASE
          WHEN `t32`.`season` = `t32`.`last_season`
          THEN `t32`.`last_free_throws_made_parts` - COALESCE(`t20`.`season_free_throws_made_parts`, 0)
          ELSE NULL
        END AS `free_throws_made_parts_season`
      FROM (
        SELECT
          `t30`.`game_id`,
          `t30`.`game_date`,
          `t30`.`season`,
          `t30`.`player_id`,
          `t30`.`too_old`,
          `t30`.`last_game_date`,
          `t30`.`last_season`,
          `t30`.`last_player_id`,
          `t30`.`last_games`,
          `t30`.`last_points_parts`,
          `t30`.`last_points_squares`,
          `t30`.`last_points_numbered`,
          `t30`.`last_rebounds_parts`,
          `t30`.`last_rebounds_squares`,
          `t30`.`last_rebounds_numbered`,
          `t30`.`last_assists_parts`,
          `t30`.`last_assists_squares`,
          `t30`.`last_assists_numbered`,
          `t30`.`last_threes_parts`,
          `t30`.`last_threes_squares`,
          `t30`.`last_threes_numbered`,
          `t30`.`last_steals_parts`,
          `t30`.`last_steals_squares`,
          `t30`.`last_steals_numbered`,
          `t30`.`last_blocks_parts`,
          `t30`.`last_blocks_squares`,
          `t30`.`last_blocks_numbered`,
          `t30`.`last_turnovers_parts`,
          `t30`.`last_turnovers_squares`,
          `t30`.`last_turnovers_numbered`,
          `t30`.`last_points_rebounds_assists_parts`,
          `t30`.`last_points_rebounds_assists_squares`,
          `t30`.`last_points_rebounds_parts`,
          `t30`.`last_points_rebounds_squares`,
          `t30`.`last_points_assists_parts`,
          `t30`.`last_points_assists_squares`,
          `t30`.`last_rebounds_assists_parts`,
          `t30`.`last_rebounds_assists_squares`,
          `t30`.`last_blocks_steals_parts`,
          `t30`.`last_blocks_steals_squares`,
          `t30`.`last_minutes_parts`,
          `t30`.`last_minutes_squares`,
          `t30`.`last_usage_rate_count`,
          `t30`.`last_usage_rate_parts`,
          `t30`.`last_usage_rate_squares`,
          `t30`.`last_true_shooting_share_count`,
          `t30`.`last_true_shooting_share_parts`,
          `t30`.`last_starts_count`,
          `t30`.`last_starts_parts`,
          `t30`.`last_field_goals_attempted_parts`,
          `t30`.`last_field_goals_made_parts`,
          `t30`.`last_threes_attempted_parts`,
          `t30`.`last_free_throws_attempted_parts`,
          `t30`.`last_free_throws_made_parts`,
          `t30`.`last_games_before_season`,
          `t30`.`last_number`
        FROM (
          SELECT
            `t29`.`game_id`,
            `t29`.`game_date`,
            `t29`.`season`,
            `t29`.`player_id`,
            `t29`.`entered`,
            `t29`.`too_old`,
            `t26`.`last_game_date`,
            `t26`.`last_season`,
            `t26`.`last_player_id`,
            `t26`.`last_games`,
            `t26`.`last_points_parts`,
            `t26`.`last_points_squares`,
            `t26`.`last_points_numbered`,
            `t26`.`last_rebounds_parts`,
            `t26`.`last_rebounds_squares`,
            `t26`.`last_rebounds_numbered`,
            `t26`.`last_assists_parts`,
            `t26`.`last_assists_squares`,
            `t26`.`last_assists_numbered`,
            `t26`.`last_threes_parts`,
            `t26`.`last_threes_squares`,
            `t26`.`last_threes_numbered`,
            `t26`.`last_steals_parts`,
            `t26`.`last_steals_squares`,
            `t26`.`last_steals_numbered`,
            `t26`.`last_blocks_parts`,
            `t26`.`last_blocks_squares`,
            `t26`.`last_blocks_numbered`,
            `t26`.`last_turnovers_parts`,
            `t26`.`last_turnovers_squares`,
            `t26`.`last_turnovers_numbered`,
            `t26`.`last_points_rebounds_assists_parts`,
            `t26`.`last_points_rebounds_assists_squares`,
            `t26`.`last_points_rebounds_parts`,
            `t26`.`last_points_rebounds_squares`,
            `t26`.`last_points_assists_parts`,
            `t26`.`last_points_assists_squares`,
            `t26`.`last_rebounds_assists_parts`,
            `t26`.`last_rebounds_assists_squares`,
            `t26`.`last_blocks_steals_parts`,
            `t26`.`last_blocks_steals_squares`,
            `t26`.`last_minutes_parts`,
            `t26`.`last_minutes_squares`,
            `t26`.`last_usage_rate_count`,
            `t26`.`last_usage_rate_parts`,
            `t26`.`last_usage_rate_squares`,
            `t26`.`last_true_shooting_share_count`,
            `t26`.`last_true_shooting_share_parts`,
            `t26`.`last_starts_count`,
            `t26`.`last_starts_parts`,
            `t26`.`last_field_goals_attempted_parts`,
            `t26`.`last_field_goals_made_parts`,
            `t26`.`last_threes_attempted_parts`,
            `t26`.`last_free_throws_attempted_parts`,
            `t26`.`last_free_throws_made_parts`,
            `t26`.`last_games_before_season`,
            `t26`.`last_number`
          FROM (
            SELECT
              `t27`.`game_id`,
              `t27`.`game_date`,
              `t27`.`season`,
              `t27`.`player_id`,
              `t27`.`entered`,
              `t27`.`too_old`
            FROM (
              SELECT
                `t24`.`game_id`,
                `t24`.`game_date`,
                `t24`.`season`,
                `t24`.`player_id`,
                `t24`.`event`,
                CAST(SUM(CAST(`t24`.`event` = 1 AS INT64)) OVER (
                  PARTITION BY `t24`.`player_id`
                  ORDER BY `t24`.`game_date` ASC, `t24`.`event` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS INT64) AS `entered`,
                CAST(SUM(CAST(`t24`.`event` = 2 AS INT64)) OVER (
                  PARTITION BY `t24`.`player_id`
                  ORDER BY `t24`.`game_date` ASC, `t24`.`event` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS INT64) AS `too_old`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(NULL AS STRING) AS `game_id`,
                    CAST(CAST(DATE_SUB(`t9`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                    CAST(NULL AS STRING) AS `season`,
                    `t9`.`player_id`,
                    2 AS `event`
                  FROM `t8` AS `t9`
                ) AS `t23`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t0`.`game_id`,
                      `t0`.`game_date`,
                      `t0`.`season`,
                      `t0`.`player_id`,
                      0 AS `event`
                    FROM `input_player_pool` AS `t0`
                  ) AS `t3`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      CAST(NULL AS STRING) AS `game_id`,
                      `t9`.`game_date`,
                      CAST(NULL AS STRING) AS `season`,
                      `t9`.`player_id`,
                      1 AS `event`
                    FROM `t8` AS `t9`
                  ) AS `t15`
                ) AS `t21`
              ) AS `t24`
            ) AS `t27`
            WHERE
              `t27`.`event` = 0
          ) AS `t29`
          LEFT OUTER JOIN (
            SELECT
              `t22`.`game_date` AS `last_game_date`,
              `t22`.`season` AS `last_season`,
              `t22`.`player_id` AS `last_player_id`,
              `t22`.`games` AS `last_games`,
              `t22`.`points_parts` AS `last_points_parts`,
              `t22`.`points_squares` AS `last_points_squares`,
              `t22`.`points_numbered` AS `last_points_numbered`,
              `t22`.`rebounds_parts` AS `last_rebounds_parts`,
              `t22`.`rebounds_squares` AS `last_rebounds_squares`,
              `t22`.`rebounds_numbered` AS `last_rebounds_numbered`,
              `t22`.`assists_parts` AS `last_assists_parts`,
              `t22`.`assists_squares` AS `last_assists_squares`,
              `t22`.`assists_numbered` AS `last_assists_numbered`,
              `t22`.`threes_parts` AS `last_threes_parts`,
              `t22`.`threes_squares` AS `last_threes_squares`,
              `t22`.`threes_numbered` AS `last_threes_numbered`,
              `t22`.`steals_parts` AS `last_steals_parts`,
              `t22`.`steals_squares` AS `last_steals_squares`,
              `t22`.`steals_numbered` AS `last_steals_numbered`,
              `t22`.`blocks_parts` AS `last_blocks_parts`,
              `t22`.`blocks_squares` AS `last_blocks_squares`,
              `t22`.`blocks_numbered` AS `last_blocks_numbered`,
              `t22`.`turnovers_parts` AS `last_turnovers_parts`,
              `t22`.`turnovers_squares` AS `last_turnovers_squares`,
              `t22`.`turnovers_numbered` AS `last_turnovers_numbered`,
              `t22`.`points_rebounds_assists_parts` AS `last_points_rebounds_assists_parts`,
              `t22`.`points_rebounds_assists_squares` AS `last_points_rebounds_assists_squares`,
              `t22`.`points_rebounds_parts` AS `last_points_rebounds_parts`,
              `t22`.`points_rebounds_squares` AS `last_points_rebounds_squares`,
              `t22`.`points_assists_parts` AS `last_points_assists_parts`,
              `t22`.`points_assists_squares` AS `last_points_assists_squares`,
              `t22`.`rebounds_assists_parts` AS `last_rebounds_assists_parts`,
              `t22`.`rebounds_assists_squares` AS `last_rebounds_assists_squares`,
              `t22`.`blocks_steals_parts` AS `last_blocks_steals_parts`,
              `t22`.`blocks_steals_squares` AS `last_blocks_steals_squares`,
              `t22`.`minutes_parts` AS `last_minutes_parts`,
              `t22`.`minutes_squares` AS `last_minutes_squares`,
              `t22`.`usage_rate_count` AS `last_usage_rate_count`,
              `t22`.`usage_rate_parts` AS `last_usage_rate_parts`,
              `t22`.`usage_rate_squares` AS `last_usage_rate_squares`,
              `t22`.`true_shooting_share_count` AS `last_true_shooting_share_count`,
              `t22`.`true_shooting_share_parts` AS `last_true_shooting_share_parts`,
              `t22`.`starts_count` AS `last_starts_count`,
              `t22`.`starts_parts` AS `last_starts_parts`,
              `t22`.`field_goals_attempted_parts` AS `last_field_goals_attempted_parts`,
              `t22`.`field_goals_made_parts` AS `last_field_goals_made_parts`,
              `t22`.`threes_attempted_parts` AS `last_threes_attempted_parts`,
              `t22`.`free_throws_attempted_parts` AS `last_free_throws_attempted_parts`,
              `t22`.`free_throws_made_parts` AS `last_free_throws_made_parts`,
              `t22`.`games_before_season` AS `last_games_before_season`,
              `t22`.`number` AS `last_number`
            FROM (
              SELECT
                `t9`.`game_date`,
                `t9`.`season`,
                `t9`.`player_id`,
                `t9`.`games`,
                `t9`.`points_parts`,
                `t9`.`points_squares`,
                `t9`.`points_numbered`,
                `t9`.`rebounds_parts`,
                `t9`.`rebounds_squares`,
                `t9`.`rebounds_numbered`,
                `t9`.`assists_parts`,
                `t9`.`assists_squares`,
                `t9`.`assists_numbered`,
                `t9`.`threes_parts`,
                `t9`.`threes_squares`,
                `t9`.`threes_numbered`,
                `t9`.`steals_parts`,
                `t9`.`steals_squares`,
                `t9`.`steals_numbered`,
                `t9`.`blocks_parts`,
                `t9`.`blocks_squares`,
                `t9`.`blocks_numbered`,
                `t9`.`turnovers_parts`,
                `t9`.`turnovers_squares`,
                `t9`.`turnovers_numbered`,
                `t9`.`points_rebounds_assists_parts`,
                `t9`.`points_rebounds_assists_squares`,
                `t9`.`points_rebounds_parts`,
                `t9`.`points_rebounds_squares`,
                `t9`.`points_assists_parts`,
                `t9`.`points_assists_squares`,
                `t9`.`rebounds_assists_parts`,
                `t9`.`rebounds_assists_squares`,
                `t9`.`blocks_steals_parts`,
                `t9`.`blocks_steals_squares`,
                `t9`.`minutes_parts`,
                `t9`.`minutes_squares`,
                `t9`.`usage_rate_count`,
                `t9`.`usage_rate_parts`,
                `t9`.`usage_rate_squares`,
                `t9`.`true_shooting_share_count`,
                `t9`.`true_shooting_share_parts`,
                `t9`.`starts_count`,
                `t9`.`starts_parts`,
                `t9`.`field_goals_attempted_parts`,
                `t9`.`field_goals_made_parts`,
                `t9`.`threes_attempted_parts`,
                `t9`.`free_throws_attempted_parts`,
                `t9`.`free_throws_made_parts`,
                `t9`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t9`.`player_id` ORDER BY `t9`.`game_date` ASC) - 1 AS `number`
              FROM `t8` AS `t9`
            ) AS `t22`
          ) AS `t26`
            ON `t29`.`player_id` = `t26`.`last_player_id`
            AND CASE WHEN `t29`.`entered` > `t29`.`too_old` THEN `t29`.`entered` - 1 ELSE NULL END = `t26`.`last_number`
        ) AS `t30`
      ) AS `t32`
      LEFT OUTER JOIN (
        SELECT
          `t9`.`player_id` AS `last_3_owner`,
          `t9`.`games` AS `last_3_games`,
          `t9`.`points_parts` AS `last_3_points_parts`,
          `t9`.`rebounds_parts` AS `last_3_rebounds_parts`,
          `t9`.`assists_parts` AS `last_3_assists_parts`,
          `t9`.`threes_parts` AS `last_3_threes_parts`,
          `t9`.`minutes_parts` AS `last_3_minutes_parts`,
          `t9`.`usage_rate_count` AS `last_3_usage_rate_count`,
          `t9`.`usage_rate_parts` AS `last_3_usage_rate_parts`,
          `t9`.`true_shooting_share_count` AS `last_3_true_shooting_share_count`,
          `t9`.`true_shooting_share_parts` AS `last_3_true_shooting_share_parts`
        FROM `t8` AS `t9`
      ) AS `t16`
        ON `t32`.`player_id` = `t16`.`last_3_owner`
        AND CASE
          WHEN (
            (
              `t32`.`last_games` - 3
            ) IS NOT NULL
          )
          AND (
            `t32`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t32`.`last_games` - 3, `t32`.`too_old`)
          ELSE NULL
        END = `t16`.`last_3_games`
      LEFT OUTER JOIN (
        SELECT
          `t9`.`player_id` AS `last_5_owner`,
          `t9`.`games` AS `last_5_games`,
          `t9`.`points_parts` AS `last_5_points_parts`,
          `t9`.`rebounds_parts` AS `last_5_rebounds_parts`,
          `t9`.`assists_parts` AS `last_5_assists_parts`,
          `t9`.`threes_parts` AS `last_5_threes_parts`,
          `t9`.`points_rebounds_assists_parts` AS `last_5_points_rebounds_assists_parts`,
          `t9`.`points_rebounds_parts` AS `last_5_points_rebounds_parts`,
          `t9`.`points_assists_parts` AS `last_5_points_assists_parts`,
          `t9`.`rebounds_assists_parts` AS `last_5_rebounds_assists_parts`,
          `t9`.`blocks_steals_parts` AS `last_5_blocks_steals_parts`,
          `t9`.`minutes_parts` AS `last_5_minutes_parts`,
          `t9`.`usage_rate_count` AS `last_5_usage_rate_count`,
          `t9`.`usage_rate_parts` AS `last_5_usage_rate_parts`,
          `t9`.`true_shooting_share_count` AS `last_5_true_shooting_share_count`,
          `t9`.`true_shooting_share_parts` AS `last_5_true_shooting_share_parts`,
          `t9`.`starts_count` AS `last_5_starts_count`,
          `t9`.`starts_parts` AS `last_5_starts_parts`,
          `t9`.`field_goals_attempted_parts` AS `last_5_field_goals_attempted_parts`,
          `t9`.`field_goals_made_parts` AS `last_5_field_goals_made_parts`,
          `t9`.`threes_attempted_parts` AS `last_5_threes_attempted_parts`,
          `t9`.`free_throws_attempted_parts` AS `last_5_free_throws_attempted_parts`,
          `t9`.`free_throws_made_parts` AS `last_5_free_throws_made_parts`
        FROM `t8` AS `t9`
      ) AS `t17`
        ON `t32`.`player_id` = `t17`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t32`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t32`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t32`.`last_games` - 5, `t32`.`too_old`)
          ELSE NULL
        END = `t17`.`last_5_games`
      LEFT OUTER JOIN (
        SELECT
          `t9`.`player_id` AS `last_10_owner`,
          `t9`.`games` AS `last_10_games`,
          `t9`.`points_parts` AS `last_10_points_parts`,
          `t9`.`points_squares` AS `last_10_points_squares`,
          `t9`.`points_numbered` AS `last_10_points_numbered`,
          `t9`.`rebounds_parts` AS `last_10_rebounds_parts`,
          `t9`.`rebounds_squares` AS `last_10_rebounds_squares`,
          `t9`.`rebounds_numbered` AS `last_10_rebounds_numbered`,
          `t9`.`assists_parts` AS `last_10_assists_parts`,
          `t9`.`assists_squares` AS `last_10_assists_squares`,
          `t9`.`assists_numbered` AS `last_10_assists_numbered`,
          `t9`.`threes_parts` AS `last_10_threes_parts`,
          `t9`.`threes_squares` AS `last_10_threes_squares`,
          `t9`.`threes_numbered` AS `last_10_threes_numbered`,
          `t9`.`steals_parts` AS `last_10_steals_parts`,
          `t9`.`steals_squares` AS `last_10_steals_squares`,
          `t9`.`steals_numbered` AS `last_10_steals_numbered`,
          `t9`.`blocks_parts` AS `last_10_blocks_parts`,
          `t9`.`blocks_squares` AS `last_10_blocks_squares`,
          `t9`.`blocks_numbered` AS `last_10_blocks_numbered`,
          `t9`.`turnovers_parts` AS `last_10_turnovers_parts`,
          `t9`.`turnovers_squares` AS `last_10_turnovers_squares`,
          `t9`.`turnovers_numbered` AS `last_10_turnovers_numbered`,
          `t9`.`points_rebounds_assists_parts` AS `last_10_points_rebounds_assists_parts`,
          `t9`.`points_rebounds_assists_squares` AS `last_10_points_rebounds_assists_squares`,
          `t9`.`points_rebounds_parts` AS `last_10_points_rebounds_parts`,
          `t9`.`points_rebounds_squares` AS `last_10_points_rebounds_squares`,
          `t9`.`points_assists_parts` AS `last_10_points_assists_parts`,
          `t9`.`points_assists_squares` AS `last_10_points_assists_squares`,
          `t9`.`rebounds_assists_parts` AS `last_10_rebounds_assists_parts`,
          `t9`.`rebounds_assists_squares` AS `last_10_rebounds_assists_squares`,
          `t9`.`blocks_steals_parts` AS `last_10_blocks_steals_parts`,
          `t9`.`blocks_steals_squares` AS `last_10_blocks_steals_squares`,
          `t9`.`minutes_parts` AS `last_10_minutes_parts`,
          `t9`.`minutes_squares` AS `last_10_minutes_squares`,
          `t9`.`usage_rate_count` AS `last_10_usage_rate_count`,
          `t9`.`usage_rate_parts` AS `last_10_usage_rate_parts`,
          `t9`.`usage_rate_squares` AS `last_10_usage_rate_squares`,
          `t9`.`true_shooting_share_count` AS `last_10_true_shooting_share_count`,
          `t9`.`true_shooting_share_parts` AS `last_10_true_shooting_share_parts`,
          `t9`.`starts_count` AS `last_10_starts_count`,
          `t9`.`starts_parts` AS `last_10_starts_parts`,
          `t9`.`field_goals_attempted_parts` AS `last_10_field_goals_attempted_parts`,
          `t9`.`field_goals_made_parts` AS `last_10_field_goals_made_parts`,
          `t9`.`threes_attempted_parts` AS `last_10_threes_attempted_parts`,
          `t9`.`free_throws_attempted_parts` AS `last_10_free_throws_attempted_parts`,
          `t9`.`free_throws_made_parts` AS `last_10_free_throws_made_parts`
        FROM `t8` AS `t9`
      ) AS `t19`
        ON `t32`.`player_id` = `t19`.`last_10_owner`
        AND CASE
          WHEN (
            (
              `t32`.`last_games` - 10
            ) IS NOT NULL
          )
          AND (
            `t32`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t32`.`last_games` - 10, `t32`.`too_old`)
          ELSE NULL
        END = `t19`.`last_10_games`
      LEFT OUTER JOIN (
        SELECT
          `t9`.`player_id` AS `last_20_owner`,
          `t9`.`games` AS `last_20_games`,
          `t9`.`points_parts` AS `last_20_points_parts`,
          `t9`.`rebounds_parts` AS `last_20_rebounds_parts`,
          `t9`.`assists_parts` AS `last_20_assists_parts`,
          `t9`.`threes_parts` AS `last_20_threes_parts`,
          `t9`.`steals_parts` AS `last_20_steals_parts`,
          `t9`.`blocks_parts` AS `last_20_blocks_parts`,
          `t9`.`turnovers_parts` AS `last_20_turnovers_parts`,
          `t9`.`minutes_parts` AS `last_20_minutes_parts`,
          `t9`.`usage_rate_count` AS `last_20_usage_rate_count`,
          `t9`.`usage_rate_parts` AS `last_20_usage_rate_parts`,
          `t9`.`true_shooting_share_count` AS `last_20_true_shooting_share_count`,
          `t9`.`true_shooting_share_parts` AS `last_20_true_shooting_share_parts`,
          `t9`.`starts_count` AS `last_20_starts_count`,
          `t9`.`starts_parts` AS `last_20_starts_parts`,
          `t9`.`field_goals_attempted_parts` AS `last_20_field_goals_attempted_parts`,
          `t9`.`field_goals_made_parts` AS `last_20_field_goals_made_parts`,
          `t9`.`threes_attempted_parts` AS `last_20_threes_attempted_parts`,
          `t9`.`free_throws_attempted_parts` AS `last_20_free_throws_attempted_parts`,
          `t9`.`free_throws_made_parts` AS `last_20_free_throws_made_parts`
        FROM `t8` AS `t9`
      ) AS `t18`
        ON `t32`.`player_id` = `t18`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t32`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t32`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t32`.`last_games` - 20, `t32`.`too_old`)
          ELSE NULL
        END = `t18`.`last_20_games`
      LEFT OUTER JOIN (
        SELECT
          `t9`.`player_id` AS `season_owner`,
          `t9`.`games` AS `season_games`,
          `t9`.`points_parts` AS `season_points_parts`,
          `t9`.`points_squares` AS `season_points_squares`,
          `t9`.`rebounds_parts` AS `season_rebounds_parts`,
          `t9`.`rebounds_squares` AS `season_rebounds_squares`,
          `t9`.`assists_parts` AS `season_assists_parts`,
          `t9`.`assists_squares` AS `season_assists_squares`,
          `t9`.`threes_parts` AS `season_threes_parts`,
          `t9`.`threes_squares` AS `season_threes_squares`,
          `t9`.`steals_parts` AS `season_steals_parts`,
          `t9`.`steals_squares` AS `season_steals_squares`,
          `t9`.`blocks_parts` AS `season_blocks_parts`,
          `t9`.`blocks_squares` AS `season_blocks_squares`,
          `t9`.`turnovers_parts` AS `season_turnovers_parts`,
          `t9`.`turnovers_squares` AS `season_turnovers_squares`,
          `t9`.`points_rebounds_assists_parts` AS `season_points_rebounds_assists_parts`,
          `t9`.`points_rebounds_assists_squares` AS `season_points_rebounds_assists_squares`,
          `t9`.`points_rebounds_parts` AS `season_points_rebounds_parts`,
          `t9`.`points_rebounds_squares` AS `season_points_rebounds_squares`,
          `t9`.`points_assists_parts` AS `season_points_assists_parts`,
          `t9`.`points_assists_squares` AS `season_points_assists_squares`,
          `t9`.`rebounds_assists_parts` AS `season_rebounds_assists_parts`,
          `t9`.`rebounds_assists_squares` AS `season_rebounds_assists_squares`,
          `t9`.`blocks_steals_parts` AS `season_blocks_steals_parts`,
          `t9`.`blocks_steals_squares` AS `season_blocks_steals_squares`,
          `t9`.`minutes_parts` AS `season_minutes_parts`,
          `t9`.`minutes_squares` AS `season_minutes_squares`,
          `t9`.`usage_rate_count` AS `season_usage_rate_count`,
          `t9`.`usage_rate_parts` AS `season_usage_rate_parts`,
          `t9`.`usage_rate_squares` AS `season_usage_rate_squares`,
          `t9`.`true_shooting_share_count` AS `season_true_shooting_share_count`,
          `t9`.`true_shooting_share_parts` AS `season_true_shooting_share_parts`,
          `t9`.`starts_count` AS `season_starts_count`,
          `t9`.`starts_parts` AS `season_starts_parts`,
          `t9`.`field_goals_attempted_parts` AS `season_field_goals_attempted_parts`,
          `t9`.`field_goals_made_parts` AS `season_field_goals_made_parts`,
          `t9`.`threes_attempted_parts` AS `season_threes_attempted_parts`,
          `t9`.`free_throws_attempted_parts` AS `season_free_throws_attempted_parts`,
          `t9`.`free_throws_made_parts` AS `season_free_throws_made_parts`
        FROM `t8` AS `t9`
      ) AS `t20`
        ON `t32`.`player_id` = `t20`.`season_owner`
        AND CASE
          WHEN (
            `t32`.`last_games_before_season` IS NOT NULL
          )
          AND (
            `t32`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t32`.`last_games_before_season`, `t32`.`too_old`)
          ELSE NULL
        END = `t20`.`season_games`
    ) AS `t34`
  ) AS `t36`
    ON `t4`.`game_id` = `t36`.`game_id` AND `t4`.`player_id` = `t36`.`player_id`
) AS `t37`
