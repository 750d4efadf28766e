-- rows 662cca14baca8932 1daabed1f3d94bf1
WITH `t17` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`season`,
    `t16`.`player_id`,
    `t16`.`games`,
    `t16`.`points_parts`,
    `t16`.`points_squares`,
    `t16`.`points_numbered`,
    `t16`.`rebounds_parts`,
    `t16`.`rebounds_squares`,
    `t16`.`rebounds_numbered`,
    `t16`.`assists_parts`,
    `t16`.`assists_squares`,
    `t16`.`assists_numbered`,
    `t16`.`threes_parts`,
    `t16`.`threes_squares`,
    `t16`.`threes_numbered`,
    `t16`.`steals_parts`,
    `t16`.`steals_squares`,
    `t16`.`steals_numbered`,
    `t16`.`blocks_parts`,
    `t16`.`blocks_squares`,
    `t16`.`blocks_numbered`,
    `t16`.`turnovers_parts`,
    `t16`.`turnovers_squares`,
    `t16`.`turnovers_numbered`,
    `t16`.`points_rebounds_assists_parts`,
    `t16`.`points_rebounds_assists_squares`,
    `t16`.`points_rebounds_parts`,
    `t16`.`points_rebounds_squares`,
    `t16`.`points_assists_parts`,
    `t16`.`points_assists_squares`,
    `t16`.`rebounds_assists_parts`,
    `t16`.`rebounds_assists_squares`,
    `t16`.`blocks_steals_parts`,
    `t16`.`blocks_steals_squares`,
    `t16`.`minutes_parts`,
    `t16`.`minutes_squares`,
    `t16`.`usage_rate_count`,
    `t16`.`usage_rate_parts`,
    `t16`.`usage_rate_squares`,
    `t16`.`true_shooting_share_count`,
    `t16`.`true_shooting_share_parts`,
    `t16`.`starts_count`,
    `t16`.`starts_parts`,
    `t16`.`field_goals_attempted_parts`,
    `t16`.`field_goals_made_parts`,
    `t16`.`threes_attempted_parts`,
    `t16`.`free_throws_attempted_parts`,
    `t16`.`free_throws_made_parts`,
    MIN(`t16`.`games`) OVER (
      PARTITION BY `t16`.`player_id`, `t16`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t13`.`game_date`,
      `t13`.`season`,
      `t13`.`player_id`,
      CAST(SUM(`t13`.`games`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t13`.`points_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_parts`,
      CAST(SUM(`t13`.`points_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_squares`,
      CAST(SUM(`t13`.`points_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_numbered`,
      CAST(SUM(`t13`.`rebounds_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_parts`,
      CAST(SUM(`t13`.`rebounds_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_squares`,
      CAST(SUM(`t13`.`rebounds_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_numbered`,
      CAST(SUM(`t13`.`assists_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_parts`,
      CAST(SUM(`t13`.`assists_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_squares`,
      CAST(SUM(`t13`.`assists_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_numbered`,
      CAST(SUM(`t13`.`threes_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_parts`,
      CAST(SUM(`t13`.`threes_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_squares`,
      CAST(SUM(`t13`.`threes_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_numbered`,
      CAST(SUM(`t13`.`steals_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_parts`,
      CAST(SUM(`t13`.`steals_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_squares`,
      CAST(SUM(`t13`.`steals_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_numbered`,
      CAST(SUM(`t13`.`blocks_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_parts`,
      CAST(SUM(`t13`.`blocks_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_squares`,
      CAST(SUM(`t13`.`blocks_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_numbered`,
      CAST(SUM(`t13`.`turnovers_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_parts`,
      CAST(SUM(`t13`.`turnovers_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_squares`,
      CAST(SUM(`t13`.`turnovers_numbered`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_numbered`,
      CAST(SUM(`t13`.`points_rebounds_assists_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_assists_parts`,
      CAST(SUM(`t13`.`points_rebounds_assists_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_assists_squares`,
      CAST(SUM(`t13`.`points_rebounds_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_parts`,
      CAST(SUM(`t13`.`points_rebounds_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_rebounds_squares`,
      CAST(SUM(`t13`.`points_assists_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_assists_parts`,
      CAST(SUM(`t13`.`points_assists_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_assists_squares`,
      CAST(SUM(`t13`.`rebounds_assists_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_assists_parts`,
      CAST(SUM(`t13`.`rebounds_assists_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_assists_squares`,
      CAST(SUM(`t13`.`blocks_steals_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_steals_parts`,
      CAST(SUM(`t13`.`blocks_steals_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_steals_squares`,
      CAST(SUM(`t13`.`minutes_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_parts`,
      CAST(SUM(`t13`.`minutes_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_squares`,
      CAST(SUM(`t13`.`usage_rate_count`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_count`,
      CAST(SUM(`t13`.`usage_rate_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_parts`,
      CAST(SUM(`t13`.`usage_rate_squares`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `usage_rate_squares`,
      CAST(SUM(`t13`.`true_shooting_share_count`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `true_shooting_share_count`,
      CAST(SUM(`t13`.`true_shooting_share_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `true_shooting_share_parts`,
      CAST(SUM(`t13`.`starts_count`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `starts_count`,
      CAST(SUM(`t13`.`starts_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `starts_parts`,
      CAST(SUM(`t13`.`field_goals_attempted_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `field_goals_attempted_parts`,
      CAST(SUM(`t13`.`field_goals_made_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `field_goals_made_parts`,
      CAST(SUM(`t13`.`threes_attempted_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_attempted_parts`,
      CAST(SUM(`t13`.`free_throws_attempted_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `free_throws_attempted_parts`,
      CAST(SUM(`t13`.`free_throws_made_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `free_throws_made_parts`
    FROM (
      SELECT
        `t9`.`game_date`,
        `t9`.`season`,
        `t9`.`player_id`,
        1 AS `games`,
        COALESCE(`t9`.`points`, 0) AS `points_parts`,
        COALESCE(`t9`.`points` * `t9`.`points`, 0) AS `points_squares`,
        `t9`.`points` * (
          `t9`.`number` + 1
        ) AS `points_numbered`,
        COALESCE(`t9`.`rebounds`, 0) AS `rebounds_parts`,
        COALESCE(`t9`.`rebounds` * `t9`.`rebounds`, 0) AS `rebounds_squares`,
        `t9`.`rebounds` * (
          `t9`.`number` + 1
        ) AS `rebounds_numbered`,
        COALESCE(`t9`.`assists`, 0) AS `assists_parts`,
        COALESCE(`t9`.`assists` * `t9`.`assists`, 0) AS `assists_squares`,
        `t9`.`assists` * (
          `t9`.`number` + 1
        ) AS `assists_numbered`,
        COALESCE(`t9`.`threes_made`, 0) AS `threes_parts`,
        COALESCE(`t9`.`threes_made` * `t9`.`threes_made`, 0) AS `threes_squares`,
        `t9`.`threes_made` * (
          `t9`.`number` + 1
        ) AS `threes_numbered`,
        COALESCE(`t9`.`steals`, 0) AS `steals_parts`,
        COALESCE(`t9`.`steals` * `t9`.`steals`, 0) AS `steals_squares`,
        `t9`.`steals` * (
          `t9`.`number` + 1
        ) AS `steals_numbered`,
        COALESCE(`t9`.`blocks`, 0) AS `blocks_parts`,
        COALESCE(`t9`.`blocks` * `t9`.`blocks`, 0) AS `blocks_squares`,
        `t9`.`blocks` * (
          `t9`.`number` + 1
        ) AS `blocks_numbered`,
        COALESCE(`t9`.`turnovers`, 0) AS `turnovers_parts`,
        COALESCE(`t9`.`turnovers` * `t9`.`turnovers`, 0) AS `turnovers_squares`,
        `t9`.`turnovers` * (
          `t9`.`number` + 1
        ) AS `turnovers_numbered`,
        COALESCE(`t9`.`points` + `t9`.`rebounds` + `t9`.`assists`, 0) AS `points_rebounds_assists_parts`,
        COALESCE(
          (
            `t9`.`points` + `t9`.`rebounds` + `t9`.`assists`
          ) * (
            `t9`.`points` + `t9`.`rebounds` + `t9`.`assists`
          ),
          0
        ) AS `points_rebounds_assists_squares`,
        COALESCE(`t9`.`points` + `t9`.`rebounds`, 0) AS `points_rebounds_parts`,
        COALESCE((
          `t9`.`points` + `t9`.`rebounds`
        ) * (
          `t9`.`points` + `t9`.`rebounds`
        ), 0) AS `points_rebounds_squares`,
        COALESCE(`t9`.`points` + `t9`.`assists`, 0) AS `points_assists_parts`,
        COALESCE((
          `t9`.`points` + `t9`.`assists`
        ) * (
          `t9`.`points` + `t9`.`assists`
        ), 0) AS `points_assists_squares`,
        COALESCE(`t9`.`rebounds` + `t9`.`assists`, 0) AS `rebounds_assists_parts`,
        COALESCE((
          `t9`.`rebounds` + `t9`.`assists`
        ) * (
          `t9`.`rebounds` + `t9`.`assists`
        ), 0) AS `rebounds_assists_squares`,
        COALESCE(`t9`.`blocks` + `t9`.`steals`, 0) AS `blocks_steals_parts`,
        COALESCE((
          `t9`.`blocks` + `t9`.`steals`
        ) * (
          `t9`.`blocks` + `t9`.`steals`
        ), 0) AS `blocks_steals_squares`,
        COALESCE(`t9`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t9`.`seconds` * `t9`.`seconds`, 0) AS `minutes_squares`,
        CAST(CAST(ROUND(`t9`.`usage_rate` * 1000000000, 0) AS INT64) IS NOT NULL AS INT64) AS `usage_rate_count`,
        COALESCE(CAST(ROUND(`t9`.`usage_rate` * 1000000000, 0) AS INT64), 0) AS `usage_rate_parts`,
        COALESCE(
          CAST(ROUND(
            ieee_divide(
              CAST(CAST(ROUND(`t9`.`usage_rate` * 1000000000, 0) AS INT64) AS FLOAT64),
              1000000000
            ) * ieee_divide(
              CAST(CAST(ROUND(`t9`.`usage_rate` * 1000000000, 0) AS INT64) AS FLOAT64),
              1000000000
            ) * 1000000000,
            0
          ) AS INT64),
          0
        ) AS `usage_rate_squares`,
        CAST(CAST(ROUND(`t9`.`true_shooting_share` * 1000000000, 0) AS INT64) IS NOT NULL AS INT64) AS `true_shooting_share_count`,
        COALESCE(CAST(ROUND(`t9`.`true_shooting_share` * 1000000000, 0) AS INT64), 0) AS `true_shooting_share_parts`,
        CAST(CAST(`t9`.`starter` AS INT64) IS NOT NULL AS INT64) AS `starts_count`,
        COALESCE(CAST(`t9`.`starter` AS INT64), 0) AS `starts_parts`,
        COALESCE(`t9`.`field_goals_attempted`, 0) AS `field_goals_attempted_parts`,
        COALESCE(`t9`.`field_goals_made`, 0) AS `field_goals_made_parts`,
        COALESCE(`t9`.`threes_attempted`, 0) AS `threes_attempted_parts`,
        COALESCE(`t9`.`free_throws_attempted`, 0) AS `free_throws_attempted_parts`,
        COALESCE(`t9`.`free_throws_made`, 0) AS `free_throws_made_parts`
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
          ROW_NUMBER() OVER (PARTITION BY `t1`.`player_id` ORDER BY `t1`.`game_date` ASC) - 1 AS `number`,
          LEAD(`t1`.`game_date`) OVER (PARTITION BY `t1`.`player_id` ORDER BY `t1`.`game_date` ASC) AS `next_date`
        FROM `input_player_game_summary` AS `t1`
      ) AS `t9`
    ) AS `t13`
  ) AS `t16`
)
SELECT
  *
FROM (
  SELECT
    `t5`.`game_id`,
    `t5`.`player_id`,
    `t5`.`game_date`,
    `t35`.`games_last_3`,
    `t35`.`games_last_5`,
    `t35`.`games_last_10`,
    `t35`.`games_last_20`,
    `t35`.`games_season`,
    `t35`.`points_avg_last_3`,
    `t35`.`points_avg_last_5`,
    `t35`.`points_avg_last_10`,
    `t35`.`points_std_last_10`,
    `t35`.`points_avg_last_20`,
    `t35`.`points_avg_season`,
    `t35`.`points_std_season`,
    `t35`.`points_avg_recent`,
    `t35`.`points_slope_last_10`,
    `t35`.`rebounds_avg_last_3`,
    `t35`.`rebounds_avg_last_5`,
    `t35`.`rebounds_avg_last_10`,
    `t35`.`rebounds_std_last_10`,
    `t35`.`rebounds_avg_last_20`,
    `t35`.`rebounds_avg_season`,
    `t35`.`rebounds_std_season`,
    `t35`.`rebounds_avg_recent`,
    `t35`.`rebounds_slope_last_10`,
    `t35`.`assists_avg_last_3`,
    `t35`.`assists_avg_last_5`,
    `t35`.`assists_avg_last_10`,
    `t35`.`assists_std_last_10`,
    `t35`.`assists_avg_last_20`,
    `t35`.`assists_avg_season`,
    `t35`.`assists_std_season`,
    `t35`.`assists_avg_recent`,
    `t35`.`assists_slope_last_10`,
    `t35`.`threes_avg_last_3`,
    `t35`.`threes_avg_last_5`,
    `t35`.`threes_avg_last_10`,
    `t35`.`threes_std_last_10`,
    `t35`.`threes_avg_last_20`,
    `t35`.`threes_avg_season`,
    `t35`.`threes_std_season`,
    `t35`.`threes_avg_recent`,
    `t35`.`threes_slope_last_10`,
    `t35`.`steals_avg_last_10`,
    `t35`.`steals_std_last_10`,
    `t35`.`steals_avg_last_20`,
    `t35`.`steals_avg_season`,
    `t35`.`steals_std_season`,
    `t35`.`steals_avg_recent`,
    `t35`.`steals_slope_last_10`,
    `t35`.`blocks_avg_last_10`,
    `t35`.`blocks_std_last_10`,
    `t35`.`blocks_avg_last_20`,
    `t35`.`blocks_avg_season`,
    `t35`.`blocks_std_season`,
    `t35`.`blocks_avg_recent`,
    `t35`.`blocks_slope_last_10`,
    `t35`.`turnovers_avg_last_10`,
    `t35`.`turnovers_std_last_10`,
    `t35`.`turnovers_avg_last_20`,
    `t35`.`turnovers_avg_season`,
    `t35`.`turnovers_std_season`,
    `t35`.`turnovers_avg_recent`,
    `t35`.`turnovers_slope_last_10`,
    `t35`.`points_rebounds_assists_avg_last_5`,
    `t35`.`points_rebounds_assists_avg_last_10`,
    `t35`.`points_rebounds_assists_std_last_10`,
    `t35`.`points_rebounds_assists_avg_season`,
    `t35`.`points_rebounds_assists_std_season`,
    `t35`.`points_rebounds_avg_last_5`,
    `t35`.`points_rebounds_avg_last_10`,
    `t35`.`points_rebounds_std_last_10`,
    `t35`.`points_rebounds_avg_season`,
    `t35`.`points_rebounds_std_season`,
    `t35`.`points_assists_avg_last_5`,
    `t35`.`points_assists_avg_last_10`,
    `t35`.`points_assists_std_last_10`,
    `t35`.`points_assists_avg_season`,
    `t35`.`points_assists_std_season`,
    `t35`.`rebounds_assists_avg_last_5`,
    `t35`.`rebounds_assists_avg_last_10`,
    `t35`.`rebounds_assists_std_last_10`,
    `t35`.`rebounds_assists_avg_season`,
    `t35`.`rebounds_assists_std_season`,
    `t35`.`blocks_steals_avg_last_5`,
    `t35`.`blocks_steals_avg_last_10`,
    `t35`.`blocks_steals_std_last_10`,
    `t35`.`blocks_steals_avg_season`,
    `t35`.`blocks_steals_std_season`,
    `t35`.`minutes_avg_last_3`,
    `t35`.`minutes_avg_last_5`,
    `t35`.`minutes_avg_last_10`,
    `t35`.`minutes_std_last_10`,
    `t35`.`minutes_avg_last_20`,
    `t35`.`minutes_avg_season`,
    `t35`.`minutes_std_season`,
    `t35`.`minutes_avg_recent`,
    `t35`.`usage_rate_avg_last_3`,
    `t35`.`usage_rate_avg_last_5`,
    `t35`.`usage_rate_avg_last_10`,
    `t35`.`usage_rate_std_last_10`,
    `t35`.`usage_rate_avg_last_20`,
    `t35`.`usage_rate_avg_season`,
    `t35`.`usage_rate_std_season`,
    `t35`.`usage_rate_avg_recent`,
    `t35`.`true_shooting_share_avg_last_3`,
    `t35`.`true_shooting_share_avg_last_5`,
    `t35`.`true_shooting_share_avg_last_10`,
    `t35`.`true_shooting_share_avg_last_20`,
    `t35`.`true_shooting_share_avg_season`,
    `t35`.`starts_avg_last_5`,
    `t35`.`starts_avg_last_10`,
    `t35`.`starts_avg_last_20`,
    `t35`.`starts_avg_season`,
    `t35`.`field_goals_attempted_avg_last_5`,
    `t35`.`field_goals_attempted_avg_last_10`,
    `t35`.`field_goals_attempted_avg_last_20`,
    `t35`.`field_goals_attempted_avg_season`,
    `t35`.`field_goals_attempted_avg_recent`,
    `t35`.`field_goals_made_avg_last_5`,
    `t35`.`field_goals_made_avg_last_10`,
    `t35`.`field_goals_made_avg_last_20`,
    `t35`.`field_goals_made_avg_season`,
    `t35`.`field_goals_made_avg_recent`,
    `t35`.`threes_attempted_avg_last_5`,
    `t35`.`threes_attempted_avg_last_10`,
    `t35`.`threes_attempted_avg_last_20`,
    `t35`.`threes_attempted_avg_season`,
    `t35`.`threes_attempted_avg_recent`,
    `t35`.`free_throws_attempted_avg_last_5`,
    `t35`.`free_throws_attempted_avg_last_10`,
    `t35`.`free_throws_attempted_avg_last_20`,
    `t35`.`free_throws_attempted_avg_season`,
    `t35`.`free_throws_attempted_avg_recent`,
    `t35`.`free_throws_made_avg_last_5`,
    `t35`.`free_throws_made_avg_last_10`,
    `t35`.`free_throws_made_avg_last_20`,
    `t35`.`free_throws_made_avg_season`,
    `t35`.`free_throws_made_avg_recent`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`game_date`
    FROM `input_player_pool` AS `t0`
  ) AS `t5`
  INNER JOIN (
    SELECT
      `t33`.`game_id`,
      `t33`.`player_id`,
      COALESCE(`t33`.`games_last_3`, 0) AS `games_last_3`,
      COALESCE(`t33`.`games_last_5`, 0) AS `games_last_5`,
      COALESCE(`t33`.`games_last_10`, 0) AS `games_last_10`,
      COALESCE(`t33`.`games_last_20`, 0) AS `games_last_20`,
      COALESCE(`t33`.`games_season`, 0) AS `games_season`,
      ieee_divide(ieee_divide(`t33`.`points_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) AS `points_avg_last_3`,
      ieee_divide(ieee_divide(`t33`.`points_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) AS `points_avg_last_5`,
      ieee_divide(ieee_divide(`t33`.`points_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `points_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_parts_last_10`, 1) * ieee_divide(`t33`.`points_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_parts_last_10`, 1) * ieee_divide(`t33`.`points_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`points_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `points_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`points_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `points_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_parts_season`, 1) * ieee_divide(`t33`.`points_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_parts_season`, 1) * ieee_divide(`t33`.`points_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`points_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t33`.`points_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t33`.`points_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`points_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        4
      ) AS `points_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`points_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`points_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `points_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) AS `rebounds_avg_last_3`,
      ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) AS `rebounds_avg_last_5`,
      ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `rebounds_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_parts_last_10`, 1) * ieee_divide(`t33`.`rebounds_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_parts_last_10`, 1) * ieee_divide(`t33`.`rebounds_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `rebounds_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`rebounds_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `rebounds_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_parts_season`, 1) * ieee_divide(`t33`.`rebounds_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_parts_season`, 1) * ieee_divide(`t33`.`rebounds_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`rebounds_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        4
      ) AS `rebounds_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`rebounds_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`rebounds_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `rebounds_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`assists_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) AS `assists_avg_last_3`,
      ieee_divide(ieee_divide(`t33`.`assists_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) AS `assists_avg_last_5`,
      ieee_divide(ieee_divide(`t33`.`assists_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `assists_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`assists_parts_last_10`, 1) * ieee_divide(`t33`.`assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`assists_parts_last_10`, 1) * ieee_divide(`t33`.`assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `assists_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`assists_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `assists_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`assists_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `assists_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`assists_parts_season`, 1) * ieee_divide(`t33`.`assists_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`assists_parts_season`, 1) * ieee_divide(`t33`.`assists_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `assists_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`assists_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t33`.`assists_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t33`.`assists_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`assists_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        4
      ) AS `assists_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`assists_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`assists_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `assists_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`threes_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) AS `threes_avg_last_3`,
      ieee_divide(ieee_divide(`t33`.`threes_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) AS `threes_avg_last_5`,
      ieee_divide(ieee_divide(`t33`.`threes_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `threes_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`threes_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`threes_parts_last_10`, 1) * ieee_divide(`t33`.`threes_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`threes_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`threes_parts_last_10`, 1) * ieee_divide(`t33`.`threes_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `threes_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`threes_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `threes_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`threes_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `threes_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`threes_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`threes_parts_season`, 1) * ieee_divide(`t33`.`threes_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`threes_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`threes_parts_season`, 1) * ieee_divide(`t33`.`threes_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `threes_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`threes_parts_last_3`, 1), NULLIF(`t33`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t33`.`threes_parts_last_5`, 1), NULLIF(`t33`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t33`.`threes_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`threes_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        4
      ) AS `threes_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`threes_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`threes_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `threes_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`steals_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `steals_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`steals_parts_last_10`, 1) * ieee_divide(`t33`.`steals_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`steals_parts_last_10`, 1) * ieee_divide(`t33`.`steals_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `steals_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`steals_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `steals_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`steals_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `steals_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`steals_parts_season`, 1) * ieee_divide(`t33`.`steals_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`steals_parts_season`, 1) * ieee_divide(`t33`.`steals_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `steals_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`steals_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`steals_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        2
      ) AS `steals_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`steals_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`steals_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `steals_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`blocks_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `blocks_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`blocks_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_parts_last_10`, 1) * ieee_divide(`t33`.`blocks_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`blocks_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_parts_last_10`, 1) * ieee_divide(`t33`.`blocks_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `blocks_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`blocks_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `blocks_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`blocks_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `blocks_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`blocks_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_parts_season`, 1) * ieee_divide(`t33`.`blocks_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`blocks_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_parts_season`, 1) * ieee_divide(`t33`.`blocks_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `blocks_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`blocks_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`blocks_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        2
      ) AS `blocks_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`blocks_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`blocks_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `blocks_slope_last_10`,
      ieee_divide(ieee_divide(`t33`.`turnovers_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) AS `turnovers_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`turnovers_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`turnovers_parts_last_10`, 1) * ieee_divide(`t33`.`turnovers_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`turnovers_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`turnovers_parts_last_10`, 1) * ieee_divide(`t33`.`turnovers_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `turnovers_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`turnovers_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)) AS `turnovers_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`turnovers_parts_season`, 1), NULLIF(`t33`.`games_season`, 0)) AS `turnovers_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`turnovers_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`turnovers_parts_season`, 1) * ieee_divide(`t33`.`turnovers_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`turnovers_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`turnovers_parts_season`, 1) * ieee_divide(`t33`.`turnovers_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `turnovers_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`turnovers_parts_last_10`, 1), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`turnovers_parts_last_20`, 1), NULLIF(`t33`.`games_last_20`, 0)),
        2
      ) AS `turnovers_avg_recent`,
      ieee_divide(
        ieee_divide(
          (
            `t33`.`games_last_10` * 12 * `t33`.`turnovers_numbered_last_10`
          ) - (
            `t33`.`games_last_10` * (
              (
                (
                  `t33`.`last_games` * 2
                ) - `t33`.`games_last_10`
              ) + 1
            ) * 6 * `t33`.`turnovers_parts_last_10`
          ),
          1
        ),
        NULLIF(
          `t33`.`games_last_10` * `t33`.`games_last_10` * (
            (
              `t33`.`games_last_10` * `t33`.`games_last_10`
            ) - 1
          ),
          0
        )
      ) AS `turnovers_slope_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_assists_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `points_rebounds_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_assists_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `points_rebounds_assists_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_assists_parts_last_10`, 1) * ieee_divide(`t33`.`points_rebounds_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_assists_parts_last_10`, 1) * ieee_divide(`t33`.`points_rebounds_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_assists_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `points_rebounds_assists_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_assists_parts_season`, 1) * ieee_divide(`t33`.`points_rebounds_assists_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_assists_parts_season`, 1) * ieee_divide(`t33`.`points_rebounds_assists_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_assists_std_season`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `points_rebounds_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `points_rebounds_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_parts_last_10`, 1) * ieee_divide(`t33`.`points_rebounds_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_rebounds_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_parts_last_10`, 1) * ieee_divide(`t33`.`points_rebounds_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`points_rebounds_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `points_rebounds_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_parts_season`, 1) * ieee_divide(`t33`.`points_rebounds_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_rebounds_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_rebounds_parts_season`, 1) * ieee_divide(`t33`.`points_rebounds_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_rebounds_std_season`,
      ieee_divide(
        ieee_divide(`t33`.`points_assists_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `points_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`points_assists_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `points_assists_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_assists_parts_last_10`, 1) * ieee_divide(`t33`.`points_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_assists_parts_last_10`, 1) * ieee_divide(`t33`.`points_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `points_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`points_assists_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `points_assists_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`points_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_assists_parts_season`, 1) * ieee_divide(`t33`.`points_assists_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`points_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`points_assists_parts_season`, 1) * ieee_divide(`t33`.`points_assists_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `points_assists_std_season`,
      ieee_divide(
        ieee_divide(`t33`.`rebounds_assists_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `rebounds_assists_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`rebounds_assists_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `rebounds_assists_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_assists_parts_last_10`, 1) * ieee_divide(`t33`.`rebounds_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`rebounds_assists_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_assists_parts_last_10`, 1) * ieee_divide(`t33`.`rebounds_assists_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_assists_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`rebounds_assists_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `rebounds_assists_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_assists_parts_season`, 1) * ieee_divide(`t33`.`rebounds_assists_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`rebounds_assists_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`rebounds_assists_parts_season`, 1) * ieee_divide(`t33`.`rebounds_assists_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `rebounds_assists_std_season`,
      ieee_divide(
        ieee_divide(`t33`.`blocks_steals_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `blocks_steals_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`blocks_steals_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `blocks_steals_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`blocks_steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_steals_parts_last_10`, 1) * ieee_divide(`t33`.`blocks_steals_parts_last_10`, 1),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`blocks_steals_squares_last_10`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_steals_parts_last_10`, 1) * ieee_divide(`t33`.`blocks_steals_parts_last_10`, 1),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `blocks_steals_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`blocks_steals_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `blocks_steals_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`blocks_steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_steals_parts_season`, 1) * ieee_divide(`t33`.`blocks_steals_parts_season`, 1),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`blocks_steals_squares_season`, 1) - ieee_divide(
                  ieee_divide(`t33`.`blocks_steals_parts_season`, 1) * ieee_divide(`t33`.`blocks_steals_parts_season`, 1),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `blocks_steals_std_season`,
      ieee_divide(ieee_divide(`t33`.`minutes_parts_last_3`, 60), NULLIF(`t33`.`games_last_3`, 0)) AS `minutes_avg_last_3`,
      ieee_divide(ieee_divide(`t33`.`minutes_parts_last_5`, 60), NULLIF(`t33`.`games_last_5`, 0)) AS `minutes_avg_last_5`,
      ieee_divide(ieee_divide(`t33`.`minutes_parts_last_10`, 60), NULLIF(`t33`.`games_last_10`, 0)) AS `minutes_avg_last_10`,
      CASE
        WHEN `t33`.`games_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`minutes_squares_last_10`, 3600) - ieee_divide(
                  ieee_divide(`t33`.`minutes_parts_last_10`, 60) * ieee_divide(`t33`.`minutes_parts_last_10`, 60),
                  `t33`.`games_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`minutes_squares_last_10`, 3600) - ieee_divide(
                  ieee_divide(`t33`.`minutes_parts_last_10`, 60) * ieee_divide(`t33`.`minutes_parts_last_10`, 60),
                  `t33`.`games_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_last_10` - 1
          )
        )
        ELSE NULL
      END AS `minutes_std_last_10`,
      ieee_divide(ieee_divide(`t33`.`minutes_parts_last_20`, 60), NULLIF(`t33`.`games_last_20`, 0)) AS `minutes_avg_last_20`,
      ieee_divide(ieee_divide(`t33`.`minutes_parts_season`, 60), NULLIF(`t33`.`games_season`, 0)) AS `minutes_avg_season`,
      CASE
        WHEN `t33`.`games_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`minutes_squares_season`, 3600) - ieee_divide(
                  ieee_divide(`t33`.`minutes_parts_season`, 60) * ieee_divide(`t33`.`minutes_parts_season`, 60),
                  `t33`.`games_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`minutes_squares_season`, 3600) - ieee_divide(
                  ieee_divide(`t33`.`minutes_parts_season`, 60) * ieee_divide(`t33`.`minutes_parts_season`, 60),
                  `t33`.`games_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`games_season` - 1
          )
        )
        ELSE NULL
      END AS `minutes_std_season`,
      ieee_divide(
        ieee_divide(ieee_divide(`t33`.`minutes_parts_last_3`, 60), NULLIF(`t33`.`games_last_3`, 0)) + ieee_divide(ieee_divide(`t33`.`minutes_parts_last_5`, 60), NULLIF(`t33`.`games_last_5`, 0)) + ieee_divide(ieee_divide(`t33`.`minutes_parts_last_10`, 60), NULLIF(`t33`.`games_last_10`, 0)) + ieee_divide(ieee_divide(`t33`.`minutes_parts_last_20`, 60), NULLIF(`t33`.`games_last_20`, 0)),
        4
      ) AS `minutes_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`usage_rate_parts_last_3`, 1000000000),
        NULLIF(`t33`.`usage_rate_count_last_3`, 0)
      ) AS `usage_rate_avg_last_3`,
      ieee_divide(
        ieee_divide(`t33`.`usage_rate_parts_last_5`, 1000000000),
        NULLIF(`t33`.`usage_rate_count_last_5`, 0)
      ) AS `usage_rate_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000),
        NULLIF(`t33`.`usage_rate_count_last_10`, 0)
      ) AS `usage_rate_avg_last_10`,
      CASE
        WHEN `t33`.`usage_rate_count_last_10` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`usage_rate_squares_last_10`, 1000000000) - ieee_divide(
                  ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000) * ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000),
                  `t33`.`usage_rate_count_last_10`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`usage_rate_squares_last_10`, 1000000000) - ieee_divide(
                  ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000) * ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000),
                  `t33`.`usage_rate_count_last_10`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`usage_rate_count_last_10` - 1
          )
        )
        ELSE NULL
      END AS `usage_rate_std_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`usage_rate_parts_last_20`, 1000000000),
        NULLIF(`t33`.`usage_rate_count_last_20`, 0)
      ) AS `usage_rate_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`usage_rate_parts_season`, 1000000000),
        NULLIF(`t33`.`usage_rate_count_season`, 0)
      ) AS `usage_rate_avg_season`,
      CASE
        WHEN `t33`.`usage_rate_count_season` > 1
        THEN SQRT(
          ieee_divide(
            CASE
              WHEN (
                ieee_divide(`t33`.`usage_rate_squares_season`, 1000000000) - ieee_divide(
                  ieee_divide(`t33`.`usage_rate_parts_season`, 1000000000) * ieee_divide(`t33`.`usage_rate_parts_season`, 1000000000),
                  `t33`.`usage_rate_count_season`
                )
              ) IS NOT NULL
              THEN GREATEST(
                ieee_divide(`t33`.`usage_rate_squares_season`, 1000000000) - ieee_divide(
                  ieee_divide(`t33`.`usage_rate_parts_season`, 1000000000) * ieee_divide(`t33`.`usage_rate_parts_season`, 1000000000),
                  `t33`.`usage_rate_count_season`
                ),
                0.0
              )
              ELSE NULL
            END,
            `t33`.`usage_rate_count_season` - 1
          )
        )
        ELSE NULL
      END AS `usage_rate_std_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`usage_rate_parts_last_3`, 1000000000),
          NULLIF(`t33`.`usage_rate_count_last_3`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`usage_rate_parts_last_5`, 1000000000),
          NULLIF(`t33`.`usage_rate_count_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`usage_rate_parts_last_10`, 1000000000),
          NULLIF(`t33`.`usage_rate_count_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`usage_rate_parts_last_20`, 1000000000),
          NULLIF(`t33`.`usage_rate_count_last_20`, 0)
        ),
        4
      ) AS `usage_rate_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`true_shooting_share_parts_last_3`, 1000000000),
        NULLIF(`t33`.`true_shooting_share_count_last_3`, 0)
      ) AS `true_shooting_share_avg_last_3`,
      ieee_divide(
        ieee_divide(`t33`.`true_shooting_share_parts_last_5`, 1000000000),
        NULLIF(`t33`.`true_shooting_share_count_last_5`, 0)
      ) AS `true_shooting_share_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`true_shooting_share_parts_last_10`, 1000000000),
        NULLIF(`t33`.`true_shooting_share_count_last_10`, 0)
      ) AS `true_shooting_share_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`true_shooting_share_parts_last_20`, 1000000000),
        NULLIF(`t33`.`true_shooting_share_count_last_20`, 0)
      ) AS `true_shooting_share_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`true_shooting_share_parts_season`, 1000000000),
        NULLIF(`t33`.`true_shooting_share_count_season`, 0)
      ) AS `true_shooting_share_avg_season`,
      ieee_divide(
        ieee_divide(`t33`.`starts_parts_last_5`, 1),
        NULLIF(`t33`.`starts_count_last_5`, 0)
      ) AS `starts_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`starts_parts_last_10`, 1),
        NULLIF(`t33`.`starts_count_last_10`, 0)
      ) AS `starts_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`starts_parts_last_20`, 1),
        NULLIF(`t33`.`starts_count_last_20`, 0)
      ) AS `starts_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`starts_parts_season`, 1),
        NULLIF(`t33`.`starts_count_season`, 0)
      ) AS `starts_avg_season`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_attempted_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `field_goals_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_attempted_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `field_goals_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_attempted_parts_last_20`, 1),
        NULLIF(`t33`.`games_last_20`, 0)
      ) AS `field_goals_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_attempted_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `field_goals_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`field_goals_attempted_parts_last_5`, 1),
          NULLIF(`t33`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`field_goals_attempted_parts_last_10`, 1),
          NULLIF(`t33`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`field_goals_attempted_parts_last_20`, 1),
          NULLIF(`t33`.`games_last_20`, 0)
        ),
        3
      ) AS `field_goals_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_made_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `field_goals_made_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_made_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `field_goals_made_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_made_parts_last_20`, 1),
        NULLIF(`t33`.`games_last_20`, 0)
      ) AS `field_goals_made_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`field_goals_made_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `field_goals_made_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`field_goals_made_parts_last_5`, 1),
          NULLIF(`t33`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`field_goals_made_parts_last_10`, 1),
          NULLIF(`t33`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`field_goals_made_parts_last_20`, 1),
          NULLIF(`t33`.`games_last_20`, 0)
        ),
        3
      ) AS `field_goals_made_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`threes_attempted_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `threes_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`threes_attempted_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `threes_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`threes_attempted_parts_last_20`, 1),
        NULLIF(`t33`.`games_last_20`, 0)
      ) AS `threes_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`threes_attempted_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `threes_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`threes_attempted_parts_last_5`, 1),
          NULLIF(`t33`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`threes_attempted_parts_last_10`, 1),
          NULLIF(`t33`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`threes_attempted_parts_last_20`, 1),
          NULLIF(`t33`.`games_last_20`, 0)
        ),
        3
      ) AS `threes_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_attempted_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `free_throws_attempted_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_attempted_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `free_throws_attempted_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_attempted_parts_last_20`, 1),
        NULLIF(`t33`.`games_last_20`, 0)
      ) AS `free_throws_attempted_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_attempted_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `free_throws_attempted_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`free_throws_attempted_parts_last_5`, 1),
          NULLIF(`t33`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`free_throws_attempted_parts_last_10`, 1),
          NULLIF(`t33`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`free_throws_attempted_parts_last_20`, 1),
          NULLIF(`t33`.`games_last_20`, 0)
        ),
        3
      ) AS `free_throws_attempted_avg_recent`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_made_parts_last_5`, 1),
        NULLIF(`t33`.`games_last_5`, 0)
      ) AS `free_throws_made_avg_last_5`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_made_parts_last_10`, 1),
        NULLIF(`t33`.`games_last_10`, 0)
      ) AS `free_throws_made_avg_last_10`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_made_parts_last_20`, 1),
        NULLIF(`t33`.`games_last_20`, 0)
      ) AS `free_throws_made_avg_last_20`,
      ieee_divide(
        ieee_divide(`t33`.`free_throws_made_parts_season`, 1),
        NULLIF(`t33`.`games_season`, 0)
      ) AS `free_throws_made_avg_season`,
      ieee_divide(
        ieee_divide(
          ieee_divide(`t33`.`free_throws_made_parts_last_5`, 1),
          NULLIF(`t33`.`games_last_5`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`free_throws_made_parts_last_10`, 1),
          NULLIF(`t33`.`games_last_10`, 0)
        ) + ieee_divide(
          ieee_divide(`t33`.`free_throws_made_parts_last_20`, 1),
          NULLIF(`t33`.`games_last_20`, 0)
        ),
        3
      ) AS `free_throws_made_avg_recent`
    FROM (
      SELECT
        `t7`.`game_id`,
        `t7`.`player_id`,
        `t31`.`last_games`,
        `t31`.`last_games` - COALESCE(`t24`.`last_3_games`, 0) AS `games_last_3`,
        `t31`.`last_points_parts` - COALESCE(`t24`.`last_3_points_parts`, 0) AS `points_parts_last_3`,
        `t31`.`last_rebounds_parts` - COALESCE(`t24`.`last_3_rebounds_parts`, 0) AS `rebounds_parts_last_3`,
        `t31`.`last_assists_parts` - COALESCE(`t24`.`last_3_assists_parts`, 0) AS `assists_parts_last_3`,
        `t31`.`last_threes_parts` - COALESCE(`t24`.`last_3_threes_parts`, 0) AS `threes_parts_last_3`,
        `t31`.`last_minutes_parts` - COALESCE(`t24`.`last_3_minutes_parts`, 0) AS `minutes_parts_last_3`,
        `t31`.`last_usage_rate_count` - COALESCE(`t24`.`last_3_usage_rate_count`, 0) AS `usage_rate_count_last_3`,
        `t31`.`last_usage_rate_parts` - COALESCE(`t24`.`last_3_usage_rate_parts`, 0) AS `usage_rate_parts_last_3`,
        `t31`.`last_true_shooting_share_count` - COALESCE(`t24`.`last_3_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_3`,
        `t31`.`last_true_shooting_share_parts` - COALESCE(`t24`.`last_3_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_3`,
        `t31`.`last_games` - COALESCE(`t25`.`last_5_games`, 0) AS `games_last_5`,
        `t31`.`last_points_parts` - COALESCE(`t25`.`last_5_points_parts`, 0) AS `points_parts_last_5`,
        `t31`.`last_rebounds_parts` - COALESCE(`t25`.`last_5_rebounds_parts`, 0) AS `rebounds_parts_last_5`,
        `t31`.`last_assists_parts` - COALESCE(`t25`.`last_5_assists_parts`, 0) AS `assists_parts_last_5`,
        `t31`.`last_threes_parts` - COALESCE(`t25`.`last_5_threes_parts`, 0) AS `threes_parts_last_5`,
        `t31`.`last_points_rebounds_assists_parts` - COALESCE(`t25`.`last_5_points_rebounds_assists_parts`, 0) AS `points_rebounds_assists_parts_last_5`,
        `t31`.`last_points_rebounds_parts` - COALESCE(`t25`.`last_5_points_rebounds_parts`, 0) AS `points_rebounds_parts_last_5`,
        `t31`.`last_points_assists_parts` - COALESCE(`t25`.`last_5_points_assists_parts`, 0) AS `points_assists_parts_last_5`,
        `t31`.`last_rebounds_assists_parts` - COALESCE(`t25`.`last_5_rebounds_assists_parts`, 0) AS `rebounds_assists_parts_last_5`,
        `t31`.`last_blocks_steals_parts` - COALESCE(`t25`.`last_5_blocks_steals_parts`, 0) AS `blocks_steals_parts_last_5`,
        `t31`.`last_minutes_parts` - COALESCE(`t25`.`last_5_minutes_parts`, 0) AS `minutes_parts_last_5`,
        `t31`.`last_usage_rate_count` - COALESCE(`t25`.`last_5_usage_rate_count`, 0) AS `usage_rate_count_last_5`,
        `t31`.`last_usage_rate_parts` - COALESCE(`t25`.`last_5_usage_rate_parts`, 0) AS `usage_rate_parts_last_5`,
        `t31`.`last_true_shooting_share_count` - COALESCE(`t25`.`last_5_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_5`,
        `t31`.`last_true_shooting_share_parts` - COALESCE(`t25`.`last_5_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_5`,
        `t31`.`last_starts_count` - COALESCE(`t25`.`last_5_starts_count`, 0) AS `starts_count_last_5`,
        `t31`.`last_starts_parts` - COALESCE(`t25`.`last_5_starts_parts`, 0) AS `starts_parts_last_5`,
        `t31`.`last_field_goals_attempted_parts` - COALESCE(`t25`.`last_5_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_5`,
        `t31`.`last_field_goals_made_parts` - COALESCE(`t25`.`last_5_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_5`,
        `t31`.`last_threes_attempted_parts` - COALESCE(`t25`.`last_5_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_5`,
        `t31`.`last_free_throws_attempted_parts` - COALESCE(`t25`.`last_5_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_5`,
        `t31`.`last_free_throws_made_parts` - COALESCE(`t25`.`last_5_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_5`,
        `t31`.`last_games` - COALESCE(`t27`.`last_10_games`, 0) AS `games_last_10`,
        `t31`.`last_points_parts` - COALESCE(`t27`.`last_10_points_parts`, 0) AS `points_parts_last_10`,
        `t31`.`last_points_squares` - COALESCE(`t27`.`last_10_points_squares`, 0) AS `points_squares_last_10`,
        `t31`.`last_points_numbered` - COALESCE(`t27`.`last_10_points_numbered`, 0) AS `points_numbered_last_10`,
        `t31`.`last_rebounds_parts` - COALESCE(`t27`.`last_10_rebounds_parts`, 0) AS `rebounds_parts_last_10`,
        `t31`.`last_rebounds_squares` - COALESCE(`t27`.`last_10_rebounds_squares`, 0) AS `rebounds_squares_last_10`,
        `t31`.`last_rebounds_numbered` - COALESCE(`t27`.`last_10_rebounds_numbered`, 0) AS `rebounds_numbered_last_10`,
        `t31`.`last_assists_parts` - COALESCE(`t27`.`last_10_assists_parts`, 0) AS `assists_parts_last_10`,
        `t31`.`last_assists_squares` - COALESCE(`t27`.`last_10_assists_squares`, 0) AS `assists_squares_last_10`,
        `t31`.`last_assists_numbered` - COALESCE(`t27`.`last_10_assists_numbered`, 0) AS `assists_numbered_last_10`,
        `t31`.`last_threes_parts` - COALESCE(`t27`.`last_10_threes_parts`, 0) AS `threes_parts_last_10`,
        `t31`.`last_threes_squares` - COALESCE(`t27`.`last_10_threes_squares`, 0) AS `threes_squares_last_10`,
        `t31`.`last_threes_numbered` - COALESCE(`t27`.`last_10_threes_numbered`, 0) AS `threes_numbered_last_10`,
        `t31`.`last_steals_parts` - COALESCE(`t27`.`last_10_steals_parts`, 0) AS `steals_parts_last_10`,
        `t31`.`last_steals_squares` - COALESCE(`t27`.`last_10_steals_squares`, 0) AS `steals_squares_last_10`,
        `t31`.`last_steals_numbered` - COALESCE(`t27`.`last_10_steals_numbered`, 0) AS `steals_numbered_last_10`,
        `t31`.`last_blocks_parts` - COALESCE(`t27`.`last_10_blocks_parts`, 0) AS `blocks_parts_last_10`,
        `t31`.`last_blocks_squares` - COALESCE(`t27`.`last_10_blocks_squares`, 0) AS `blocks_squares_last_10`,
        `t31`.`last_blocks_numbered` - COALESCE(`t27`.`last_10_blocks_numbered`, 0) AS `blocks_numbered_last_10`,
        `t31`.`last_turnovers_parts` - COALESCE(`t27`.`last_10_turnovers_parts`, 0) AS `turnovers_parts_last_10`,
        `t31`.`last_turnovers_squares` - COALESCE(`t27`.`last_10_turnovers_squares`, 0) AS `turnovers_squares_last_10`,
        `t31`.`last_turnovers_numbered` - COALESCE(`t27`.`last_10_turnovers_numbered`, 0) AS `turnovers_numbered_last_10`,
        `t31`.`last_points_rebounds_assists_parts` - COALESCE(`t27`.`last_10_points_rebounds_assists_parts`, 0) AS `points_rebounds_assists_parts_last_10`,
        `t31`.`last_points_rebounds_assists_squares` - COALESCE(`t27`.`last_10_points_rebounds_assists_squares`, 0) AS `points_rebounds_assists_squares_last_10`,
        `t31`.`last_points_rebounds_parts` - COALESCE(`t27`.`last_10_points_rebounds_parts`, 0) AS `points_rebounds_parts_last_10`,
        `t31`.`last_points_rebounds_squares` - COALESCE(`t27`.`last_10_points_rebounds_squares`, 0) AS `points_rebounds_squares_last_10`,
        `t31`.`last_points_assists_parts` - COALESCE(`t27`.`last_10_points_assists_parts`, 0) AS `points_assists_parts_last_10`,
        `t31`.`last_points_assists_squares` - COALESCE(`t27`.`last_10_points_assists_squares`, 0) AS `points_assists_squares_last_10`,
        `t31`.`last_rebounds_assists_parts` - COALESCE(`t27`.`last_10_rebounds_assists_parts`, 0) AS `rebounds_assists_parts_last_10`,
        `t31`.`last_rebounds_assists_squares` - COALESCE(`t27`.`last_10_rebounds_assists_squares`, 0) AS `rebounds_assists_squares_last_10`,
        `t31`.`last_blocks_steals_parts` - COALESCE(`t27`.`last_10_blocks_steals_parts`, 0) AS `blocks_steals_parts_last_10`,
        `t31`.`last_blocks_steals_squares` - COALESCE(`t27`.`last_10_blocks_steals_squares`, 0) AS `blocks_steals_squares_last_10`,
        `t31`.`last_minutes_parts` - COALESCE(`t27`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
        `t31`.`last_minutes_squares` - COALESCE(`t27`.`last_10_minutes_squares`, 0) AS `minutes_squares_last_10`,
        `t31`.`last_usage_rate_count` - COALESCE(`t27`.`last_10_usage_rate_count`, 0) AS `usage_rate_count_last_10`,
        `t31`.`last_usage_rate_parts` - COALESCE(`t27`.`last_10_usage_rate_parts`, 0) AS `usage_rate_parts_last_10`,
        `t31`.`last_usage_rate_squares` - COALESCE(`t27`.`last_10_usage_rate_squares`, 0) AS `usage_rate_squares_last_10`,
        `t31`.`last_true_shooting_share_count` - COALESCE(`t27`.`last_10_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_10`,
        `t31`.`last_true_shooting_share_parts` - COALESCE(`t27`.`last_10_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_10`,
        `t31`.`last_starts_count` - COALESCE(`t27`.`last_10_starts_count`, 0) AS `starts_count_last_10`,
        `t31`.`last_starts_parts` - COALESCE(`t27`.`last_10_starts_parts`, 0) AS `starts_parts_last_10`,
        `t31`.`last_field_goals_attempted_parts` - COALESCE(`t27`.`last_10_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_10`,
        `t31`.`last_field_goals_made_parts` - COALESCE(`t27`.`last_10_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_10`,
        `t31`.`last_threes_attempted_parts` - COALESCE(`t27`.`last_10_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_10`,
        `t31`.`last_free_throws_attempted_parts` - COALESCE(`t27`.`last_10_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_10`,
        `t31`.`last_free_throws_made_parts` - COALESCE(`t27`.`last_10_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_10`,
        `t31`.`last_games` - COALESCE(`t26`.`last_20_games`, 0) AS `games_last_20`,
        `t31`.`last_points_parts` - COALESCE(`t26`.`last_20_points_parts`, 0) AS `points_parts_last_20`,
        `t31`.`last_rebounds_parts` - COALESCE(`t26`.`last_20_rebounds_parts`, 0) AS `rebounds_parts_last_20`,
        `t31`.`last_assists_parts` - COALESCE(`t26`.`last_20_assists_parts`, 0) AS `assists_parts_last_20`,
        `t31`.`last_threes_parts` - COALESCE(`t26`.`last_20_threes_parts`, 0) AS `threes_parts_last_20`,
        `t31`.`last_steals_parts` - COALESCE(`t26`.`last_20_steals_parts`, 0) AS `steals_parts_last_20`,
        `t31`.`last_blocks_parts` - COALESCE(`t26`.`last_20_blocks_parts`, 0) AS `blocks_parts_last_20`,
        `t31`.`last_turnovers_parts` - COALESCE(`t26`.`last_20_turnovers_parts`, 0) AS `turnovers_parts_last_20`,
        `t31`.`last_minutes_parts` - COALESCE(`t26`.`last_20_minutes_parts`, 0) AS `minutes_parts_last_20`,
        `t31`.`last_usage_rate_count` - COALESCE(`t26`.`last_20_usage_rate_count`, 0) AS `usage_rate_count_last_20`,
        `t31`.`last_usage_rate_parts` - COALESCE(`t26`.`last_20_usage_rate_parts`, 0) AS `usage_rate_parts_last_20`,
        `t31`.`last_true_shooting_share_count` - COALESCE(`t26`.`last_20_true_shooting_share_count`, 0) AS `true_shooting_share_count_last_20`,
        `t31`.`last_true_shooting_share_parts` - COALESCE(`t26`.`last_20_true_shooting_share_parts`, 0) AS `true_shooting_share_parts_last_20`,
        `t31`.`last_starts_count` - COALESCE(`t26`.`last_20_starts_count`, 0) AS `starts_count_last_20`,
        `t31`.`last_starts_parts` - COALESCE(`t26`.`last_20_starts_parts`, 0) AS `starts_parts_last_20`,
        `t31`.`last_field_goals_attempted_parts` - COALESCE(`t26`.`last_20_field_goals_attempted_parts`, 0) AS `field_goals_attempted_parts_last_20`,
        `t31`.`last_field_goals_made_parts` - COALESCE(`t26`.`last_20_field_goals_made_parts`, 0) AS `field_goals_made_parts_last_20`,
        `t31`.`last_threes_attempted_parts` - COALESCE(`t26`.`last_20_threes_attempted_parts`, 0) AS `threes_attempted_parts_last_20`,
        `t31`.`last_free_throws_attempted_parts` - COALESCE(`t26`.`last_20_free_throws_attempted_parts`, 0) AS `free_throws_attempted_parts_last_20`,
        `t31`.`last_free_throws_made_parts` - COALESCE(`t26`.`last_20_free_throws_made_parts`, 0) AS `free_throws_made_parts_last_20`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_games` - COALESCE(`t28`.`season_games`, 0)
          ELSE NULL
        END AS `games_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_parts` - COALESCE(`t28`.`season_points_parts`, 0)
          ELSE NULL
        END AS `points_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_squares` - COALESCE(`t28`.`season_points_squares`, 0)
          ELSE NULL
        END AS `points_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_rebounds_parts` - COALESCE(`t28`.`season_rebounds_parts`, 0)
          ELSE NULL
        END AS `rebounds_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_rebounds_squares` - COALESCE(`t28`.`season_rebounds_squares`, 0)
          ELSE NULL
        END AS `rebounds_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_assists_parts` - COALESCE(`t28`.`season_assists_parts`, 0)
          ELSE NULL
        END AS `assists_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_assists_squares` - COALESCE(`t28`.`season_assists_squares`, 0)
          ELSE NULL
        END AS `assists_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_threes_parts` - COALESCE(`t28`.`season_threes_parts`, 0)
          ELSE NULL
        END AS `threes_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_threes_squares` - COALESCE(`t28`.`season_threes_squares`, 0)
          ELSE NULL
        END AS `threes_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_steals_parts` - COALESCE(`t28`.`season_steals_parts`, 0)
          ELSE NULL
        END AS `steals_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_steals_squares` - COALESCE(`t28`.`season_steals_squares`, 0)
          ELSE NULL
        END AS `steals_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_blocks_parts` - COALESCE(`t28`.`season_blocks_parts`, 0)
          ELSE NULL
        END AS `blocks_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_blocks_squares` - COALESCE(`t28`.`season_blocks_squares`, 0)
          ELSE NULL
        END AS `blocks_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_turnovers_parts` - COALESCE(`t28`.`season_turnovers_parts`, 0)
          ELSE NULL
        END AS `turnovers_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_turnovers_squares` - COALESCE(`t28`.`season_turnovers_squares`, 0)
          ELSE NULL
        END AS `turnovers_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_rebounds_assists_parts` - COALESCE(`t28`.`season_points_rebounds_assists_parts`, 0)
          ELSE NULL
        END AS `points_rebounds_assists_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_rebounds_assists_squares` - COALESCE(`t28`.`season_points_rebounds_assists_squares`, 0)
          ELSE NULL
        END AS `points_rebounds_assists_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_rebounds_parts` - COALESCE(`t28`.`season_points_rebounds_parts`, 0)
          ELSE NULL
        END AS `points_rebounds_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_rebounds_squares` - COALESCE(`t28`.`season_points_rebounds_squares`, 0)
          ELSE NULL
        END AS `points_rebounds_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_assists_parts` - COALESCE(`t28`.`season_points_assists_parts`, 0)
          ELSE NULL
        END AS `points_assists_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_points_assists_squares` - COALESCE(`t28`.`season_points_assists_squares`, 0)
          ELSE NULL
        END AS `points_assists_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_rebounds_assists_parts` - COALESCE(`t28`.`season_rebounds_assists_parts`, 0)
          ELSE NULL
        END AS `rebounds_assists_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_rebounds_assists_squares` - COALESCE(`t28`.`season_rebounds_assists_squares`, 0)
          ELSE NULL
        END AS `rebounds_assists_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_blocks_steals_parts` - COALESCE(`t28`.`season_blocks_steals_parts`, 0)
          ELSE NULL
        END AS `blocks_steals_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_blocks_steals_squares` - COALESCE(`t28`.`season_blocks_steals_squares`, 0)
          ELSE NULL
        END AS `blocks_steals_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_minutes_parts` - COALESCE(`t28`.`season_minutes_parts`, 0)
          ELSE NULL
        END AS `minutes_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_minutes_squares` - COALESCE(`t28`.`season_minutes_squares`, 0)
          ELSE NULL
        END AS `minutes_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_usage_rate_count` - COALESCE(`t28`.`season_usage_rate_count`, 0)
          ELSE NULL
        END AS `usage_rate_count_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_usage_rate_parts` - COALESCE(`t28`.`season_usage_rate_parts`, 0)
          ELSE NULL
        END AS `usage_rate_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_usage_rate_squares` - COALESCE(`t28`.`season_usage_rate_squares`, 0)
          ELSE NULL
        END AS `usage_rate_squares_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_true_shooting_share_count` - COALESCE(`t28`.`season_true_shooting_share_count`, 0)
          ELSE NULL
        END AS `true_shooting_share_count_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_true_shooting_share_parts` - COALESCE(`t28`.`season_true_shooting_share_parts`, 0)
          ELSE NULL
        END AS `true_shooting_share_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_starts_count` - COALESCE(`t28`.`season_starts_count`, 0)
          ELSE NULL
        END AS `starts_count_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_starts_parts` - COALESCE(`t28`.`season_starts_parts`, 0)
          ELSE NULL
        END AS `starts_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_field_goals_attempted_parts` - COALESCE(`t28`.`season_field_goals_attempted_parts`, 0)
          ELSE NULL
        END AS `field_goals_attempted_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_field_goals_made_parts` - COALESCE(`t28`.`season_field_goals_made_parts`, 0)
          ELSE NULL
        END AS `field_goals_made_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_threes_attempted_parts` - COALESCE(`t28`.`season_threes_attempted_parts`, 0)
          ELSE NULL
        END AS `threes_attempted_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_free_throws_attempted_parts` - COALESCE(`t28`.`season_free_throws_attempted_parts`, 0)
          ELSE NULL
        END AS `free_throws_attempted_parts_season`,
        CASE
          WHEN `t7`.`season` = `t31`.`last_season`
          THEN `t31`.`last_free_throws_made_parts` - COALESCE(`t28`.`season_free_throws_made_parts`, 0)
          ELSE NULL
        END AS `free_throws_made_parts_season`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`game_date`,
          `t0`.`season`,
          `t0`.`player_id`
        FROM `input_player_pool` AS `t0`
      ) AS `t7`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`game_date` AS `last_game_date`,
          `t29`.`season` AS `last_season`,
          `t29`.`player_id` AS `last_player_id`,
          `t29`.`games` AS `last_games`,
          `t29`.`points_parts` AS `last_points_parts`,
          `t29`.`points_squares` AS `last_points_squares`,
          `t29`.`points_numbered` AS `last_points_numbered`,
          `t29`.`rebounds_parts` AS `last_rebounds_parts`,
          `t29`.`rebounds_squares` AS `last_rebounds_squares`,
          `t29`.`rebounds_numbered` AS `last_rebounds_numbered`,
          `t29`.`assists_parts` AS `last_assists_parts`,
          `t29`.`assists_squares` AS `last_assists_squares`,
          `t29`.`assists_numbered` AS `last_assists_numbered`,
          `t29`.`threes_parts` AS `last_threes_parts`,
          `t29`.`threes_squares` AS `last_threes_squares`,
          `t29`.`threes_numbered` AS `last_threes_numbered`,
          `t29`.`steals_parts` AS `last_steals_parts`,
          `t29`.`steals_squares` AS `last_steals_squares`,
          `t29`.`steals_numbered` AS `last_steals_numbered`,
          `t29`.`blocks_parts` AS `last_blocks_parts`,
          `t29`.`blocks_squares` AS `last_blocks_squares`,
          `t29`.`blocks_numbered` AS `last_blocks_numbered`,
          `t29`.`turnovers_parts` AS `last_turnovers_parts`,
          `t29`.`turnovers_squares` AS `last_turnovers_squares`,
          `t29`.`turnovers_numbered` AS `last_turnovers_numbered`,
          `t29`.`points_rebounds_assists_parts` AS `last_points_rebounds_assists_parts`,
          `t29`.`points_rebounds_assists_squares` AS `last_points_rebounds_assists_squares`,
          `t29`.`points_rebounds_parts` AS `last_points_rebounds_parts`,
          `t29`.`points_rebounds_squares` AS `last_points_rebounds_squares`,
          `t29`.`points_assists_parts` AS `last_points_assists_parts`,
          `t29`.`points_assists_squares` AS `last_points_assists_squares`,
          `t29`.`rebounds_assists_parts` AS `last_rebounds_assists_parts`,
          `t29`.`rebounds_assists_squares` AS `last_rebounds_assists_squares`,
          `t29`.`blocks_steals_parts` AS `last_blocks_steals_parts`,
          `t29`.`blocks_steals_squares` AS `last_blocks_steals_squares`,
          `t29`.`minutes_parts` AS `last_minutes_parts`,
          `t29`.`minutes_squares` AS `last_minutes_squares`,
          `t29`.`usage_rate_count` AS `last_usage_rate_count`,
          `t29`.`usage_rate_parts` AS `last_usage_rate_parts`,
          `t29`.`usage_rate_squares` AS `last_usage_rate_squares`,
          `t29`.`true_shooting_share_count` AS `last_true_shooting_share_count`,
          `t29`.`true_shooting_share_parts` AS `last_true_shooting_share_parts`,
          `t29`.`starts_count` AS `last_starts_count`,
          `t29`.`starts_parts` AS `last_starts_parts`,
          `t29`.`field_goals_attempted_parts` AS `last_field_goals_attempted_parts`,
          `t29`.`field_goals_made_parts` AS `last_field_goals_made_parts`,
          `t29`.`threes_attempted_parts` AS `last_threes_attempted_parts`,
          `t29`.`free_throws_attempted_parts` AS `last_free_throws_attempted_parts`,
          `t29`.`free_throws_made_parts` AS `last_free_throws_made_parts`,
          `t29`.`games_before_season` AS `last_games_before_season`,
          `t29`.`number` AS `last_number`,
          `t29`.`next_date` AS `last_next_date`
        FROM (
          SELECT
            `t18`.`game_date`,
            `t18`.`season`,
            `t18`.`player_id`,
            `t18`.`games`,
            `t18`.`points_parts`,
            `t18`.`points_squares`,
            `t18`.`points_numbered`,
            `t18`.`rebounds_parts`,
            `t18`.`rebounds_squares`,
            `t18`.`rebounds_numbered`,
            `t18`.`assists_parts`,
            `t18`.`assists_squares`,
            `t18`.`assists_numbered`,
            `t18`.`threes_parts`,
            `t18`.`threes_squares`,
            `t18`.`threes_numbered`,
            `t18`.`steals_parts`,
            `t18`.`steals_squares`,
            `t18`.`steals_numbered`,
            `t18`.`blocks_parts`,
            `t18`.`blocks_squares`,
            `t18`.`blocks_numbered`,
            `t18`.`turnovers_parts`,
            `t18`.`turnovers_squares`,
            `t18`.`turnovers_numbered`,
            `t18`.`points_rebounds_assists_parts`,
            `t18`.`points_rebounds_assists_squares`,
            `t18`.`points_rebounds_parts`,
            `t18`.`points_rebounds_squares`,
            `t18`.`points_assists_parts`,
            `t18`.`points_assists_squares`,
            `t18`.`rebounds_assists_parts`,
            `t18`.`rebounds_assists_squares`,
            `t18`.`blocks_steals_parts`,
            `t18`.`blocks_steals_squares`,
            `t18`.`minutes_parts`,
            `t18`.`minutes_squares`,
            `t18`.`usage_rate_count`,
            `t18`.`usage_rate_parts`,
            `t18`.`usage_rate_squares`,
            `t18`.`true_shooting_share_count`,
            `t18`.`true_shooting_share_parts`,
            `t18`.`starts_count`,
            `t18`.`starts_parts`,
            `t18`.`field_goals_attempted_parts`,
            `t18`.`field_goals_made_parts`,
            `t18`.`threes_attempted_parts`,
            `t18`.`free_throws_attempted_parts`,
            `t18`.`free_throws_made_parts`,
            `t18`.`games_before_season`,
            ROW_NUMBER() OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC) - 1 AS `number`,
            LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC) AS `next_date`
          FROM `t17` AS `t18`
        ) AS `t29`
      ) AS `t31`
        ON `t7`.`player_id` = `t31`.`last_player_id`
        AND `t7`.`game_date` > `t31`.`last_game_date`
        AND (
          (
            `t31`.`last_next_date` IS NULL
          )
          OR (
            `t7`.`game_date` <= `t31`.`last_next_date`
          )
        )
        AND DATE_DIFF(`t7`.`game_date`, `t31`.`last_game_date`, DAY) <= 365
      INNER JOIN (
        SELECT
          `t8`.`game_id`,
          `t8`.`player_id`,
          COALESCE(`t12`.`last_number`, -1) + 1 AS `too_old`
        FROM (
          SELECT
            `t0`.`game_id`,
            `t0`.`player_id`,
            DATE_SUB(`t0`.`game_date`, INTERVAL '365' DAY) AS `game_date`
          FROM `input_player_pool` AS `t0`
        ) AS `t8`
        LEFT OUTER JOIN (
          SELECT
            `t10`.`game_date` AS `last_game_date`,
            `t10`.`player_id` AS `last_player_id`,
            `t10`.`number` AS `last_number`,
            `t10`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t4`.`game_date`,
              `t4`.`player_id`,
              ROW_NUMBER() OVER (PARTITION BY `t4`.`player_id` ORDER BY `t4`.`game_date` ASC) - 1 AS `number`,
              LEAD(`t4`.`game_date`) OVER (PARTITION BY `t4`.`player_id` ORDER BY `t4`.`game_date` ASC) AS `next_date`
            FROM (
              SELECT
                `t1`.`game_date`,
                `t1`.`player_id`
              FROM `input_player_game_summary` AS `t1`
            ) AS `t4`
          ) AS `t10`
        ) AS `t12`
          ON `t8`.`player_id` = `t12`.`last_player_id`
          AND `t8`.`game_date` > `t12`.`last_game_date`
          AND (
            (
              `t12`.`last_next_date` IS NULL
            )
            OR (
              `t8`.`game_date` <= `t12`.`last_next_date`
            )
          )
      ) AS `t15`
        ON `t7`.`game_id` = `t15`.`game_id` AND `t7`.`player_id` = `t15`.`player_id`
      LEFT OUTER JOIN (
        SELECT
          `t18`.`player_id` AS `last_3_owner`,
          `t18`.`games` AS `last_3_games`,
          `t18`.`points_parts` AS `last_3_points_parts`,
          `t18`.`rebounds_parts` AS `last_3_rebounds_parts`,
          `t18`.`assists_parts` AS `last_3_assists_parts`,
          `t18`.`threes_parts` AS `last_3_threes_parts`,
          `t18`.`minutes_parts` AS `last_3_minutes_parts`,
          `t18`.`usage_rate_count` AS `last_3_usage_rate_count`,
          `t18`.`usage_rate_parts` AS `last_3_usage_rate_parts`,
          `t18`.`true_shooting_share_count` AS `last_3_true_shooting_share_count`,
          `t18`.`true_shooting_share_parts` AS `last_3_true_shooting_share_parts`
        FROM `t17` AS `t18`
      ) AS `t24`
        ON `t7`.`player_id` = `t24`.`last_3_owner`
        AND CASE
          WHEN (
            (
              `t31`.`last_games` - 3
            ) IS NOT NULL
          )
          AND (
            `t15`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t31`.`last_games` - 3, `t15`.`too_old`)
          ELSE NULL
        END = `t24`.`last_3_games`
      LEFT OUTER JOIN (
        SELECT
          `t18`.`player_id` AS `last_5_owner`,
          `t18`.`games` AS `last_5_games`,
          `t18`.`points_parts` AS `last_5_points_parts`,
          `t18`.`rebounds_parts` AS `last_5_rebounds_parts`,
          `t18`.`assists_parts` AS `last_5_assists_parts`,
          `t18`.`threes_parts` AS `last_5_threes_parts`,
          `t18`.`points_rebounds_assists_parts` AS `last_5_points_rebounds_assists_parts`,
          `t18`.`points_rebounds_parts` AS `last_5_points_rebounds_parts`,
          `t18`.`points_assists_parts` AS `last_5_points_assists_parts`,
          `t18`.`rebounds_assists_parts` AS `last_5_rebounds_assists_parts`,
          `t18`.`blocks_steals_parts` AS `last_5_blocks_steals_parts`,
          `t18`.`minutes_parts` AS `last_5_minutes_parts`,
          `t18`.`usage_rate_count` AS `last_5_usage_rate_count`,
          `t18`.`usage_rate_parts` AS `last_5_usage_rate_parts`,
          `t18`.`true_shooting_share_count` AS `last_5_true_shooting_share_count`,
          `t18`.`true_shooting_share_parts` AS `last_5_true_shooting_share_parts`,
          `t18`.`starts_count` AS `last_5_starts_count`,
          `t18`.`starts_parts` AS `last_5_starts_parts`,
          `t18`.`field_goals_attempted_parts` AS `last_5_field_goals_attempted_parts`,
          `t18`.`field_goals_made_parts` AS `last_5_field_goals_made_parts`,
          `t18`.`threes_attempted_parts` AS `last_5_threes_attempted_parts`,
          `t18`.`free_throws_attempted_parts` AS `last_5_free_throws_attempted_parts`,
          `t18`.`free_throws_made_parts` AS `last_5_free_throws_made_parts`
        FROM `t17` AS `t18`
      ) AS `t25`
        ON `t7`.`player_id` = `t25`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t31`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t15`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t31`.`last_games` - 5, `t15`.`too_old`)
          ELSE NULL
        END = `t25`.`last_5_games`
      LEFT OUTER JOIN (
        SELECT
          `t18`.`player_id` AS `last_10_owner`,
          `t18`.`games` AS `last_10_games`,
          `t18`.`points_parts` AS `last_10_points_parts`,
          `t18`.`points_squares` AS `last_10_points_squares`,
          `t18`.`points_numbered` AS `last_10_points_numbered`,
          `t18`.`rebounds_parts` AS `last_10_rebounds_parts`,
          `t18`.`rebounds_squares` AS `last_10_rebounds_squares`,
          `t18`.`rebounds_numbered` AS `last_10_rebounds_numbered`,
          `t18`.`assists_parts` AS `last_10_assists_parts`,
          `t18`.`assists_squares` AS `last_10_assists_squares`,
          `t18`.`assists_numbered` AS `last_10_assists_numbered`,
          `t18`.`threes_parts` AS `last_10_threes_parts`,
          `t18`.`threes_squares` AS `last_10_threes_squares`,
          `t18`.`threes_numbered` AS `last_10_threes_numbered`,
          `t18`.`steals_parts` AS `last_10_steals_parts`,
          `t18`.`steals_squares` AS `last_10_steals_squares`,
          `t18`.`steals_numbered` AS `last_10_steals_numbered`,
          `t18`.`blocks_parts` AS `last_10_blocks_parts`,
          `t18`.`blocks_squares` AS `last_10_blocks_squares`,
          `t18`.`blocks_numbered` AS `last_10_blocks_numbered`,
          `t18`.`turnovers_parts` AS `last_10_turnovers_parts`,
          `t18`.`turnovers_squares` AS `last_10_turnovers_squares`,
          `t18`.`turnovers_numbered` AS `last_10_turnovers_numbered`,
          `t18`.`points_rebounds_assists_parts` AS `last_10_points_rebounds_assists_parts`,
          `t18`.`points_rebounds_assists_squares` AS `last_10_points_rebounds_assists_squares`,
          `t18`.`points_rebounds_parts` AS `last_10_points_rebounds_parts`,
          `t18`.`points_rebounds_squares` AS `last_10_points_rebounds_squares`,
          `t18`.`points_assists_parts` AS `last_10_points_assists_parts`,
          `t18`.`points_assists_squares` AS `last_10_points_assists_squares`,
          `t18`.`rebounds_assists_parts` AS `last_10_rebounds_assists_parts`,
          `t18`.`rebounds_assists_squares` AS `last_10_rebounds_assists_squares`,
          `t18`.`blocks_steals_parts` AS `last_10_blocks_steals_parts`,
          `t18`.`blocks_steals_squares` AS `last_10_blocks_steals_squares`,
          `t18`.`minutes_parts` AS `last_10_minutes_parts`,
          `t18`.`minutes_squares` AS `last_10_minutes_squares`,
          `t18`.`usage_rate_count` AS `last_10_usage_rate_count`,
          `t18`.`usage_rate_parts` AS `last_10_usage_rate_parts`,
          `t18`.`usage_rate_squares` AS `last_10_usage_rate_squares`,
          `t18`.`true_shooting_share_count` AS `last_10_true_shooting_share_count`,
          `t18`.`true_shooting_share_parts` AS `last_10_true_shooting_share_parts`,
          `t18`.`starts_count` AS `last_10_starts_count`,
          `t18`.`starts_parts` AS `last_10_starts_parts`,
          `t18`.`field_goals_attempted_parts` AS `last_10_field_goals_attempted_parts`,
          `t18`.`field_goals_made_parts` AS `last_10_field_goals_made_parts`,
          `t18`.`threes_attempted_parts` AS `last_10_threes_attempted_parts`,
          `t18`.`free_throws_attempted_parts` AS `last_10_free_throws_attempted_parts`,
          `t18`.`free_throws_made_parts` AS `last_10_free_throws_made_parts`
        FROM `t17` AS `t18`
      ) AS `t27`
        ON `t7`.`player_id` = `t27`.`last_10_owner`
        AND CASE
          WHEN (
            (
              `t31`.`last_games` - 10
            ) IS NOT NULL
          )
          AND (
            `t15`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t31`.`last_games` - 10, `t15`.`too_old`)
          ELSE NULL
        END = `t27`.`last_10_games`
      LEFT OUTER JOIN (
        SELECT
          `t18`.`player_id` AS `last_20_owner`,
          `t18`.`games` AS `last_20_games`,
          `t18`.`points_parts` AS `last_20_points_parts`,
          `t18`.`rebounds_parts` AS `last_20_rebounds_parts`,
          `t18`.`assists_parts` AS `last_20_assists_parts`,
          `t18`.`threes_parts` AS `last_20_threes_parts`,
          `t18`.`steals_parts` AS `last_20_steals_parts`,
          `t18`.`blocks_parts` AS `last_20_blocks_parts`,
          `t18`.`turnovers_parts` AS `last_20_turnovers_parts`,
          `t18`.`minutes_parts` AS `last_20_minutes_parts`,
          `t18`.`usage_rate_count` AS `last_20_usage_rate_count`,
          `t18`.`usage_rate_parts` AS `last_20_usage_rate_parts`,
          `t18`.`true_shooting_share_count` AS `last_20_true_shooting_share_count`,
          `t18`.`true_shooting_share_parts` AS `last_20_true_shooting_share_parts`,
          `t18`.`starts_count` AS `last_20_starts_count`,
          `t18`.`starts_parts` AS `last_20_starts_parts`,
          `t18`.`field_goals_attempted_parts` AS `last_20_field_goals_attempted_parts`,
          `t18`.`field_goals_made_parts` AS `last_20_field_goals_made_parts`,
          `t18`.`threes_attempted_parts` AS `last_20_threes_attempted_parts`,
          `t18`.`free_throws_attempted_parts` AS `last_20_free_throws_attempted_parts`,
          `t18`.`free_throws_made_parts` AS `last_20_free_throws_made_parts`
        FROM `t17` AS `t18`
      ) AS `t26`
        ON `t7`.`player_id` = `t26`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t31`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t15`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t31`.`last_games` - 20, `t15`.`too_old`)
          ELSE NULL
        END = `t26`.`last_20_games`
      LEFT OUTER JOIN (
        SELECT
          `t18`.`player_id` AS `season_owner`,
          `t18`.`games` AS `season_games`,
          `t18`.`points_parts` AS `season_points_parts`,
          `t18`.`points_squares` AS `season_points_squares`,
          `t18`.`rebounds_parts` AS `season_rebounds_parts`,
          `t18`.`rebounds_squares` AS `season_rebounds_squares`,
          `t18`.`assists_parts` AS `season_assists_parts`,
          `t18`.`assists_squares` AS `season_assists_squares`,
          `t18`.`threes_parts` AS `season_threes_parts`,
          `t18`.`threes_squares` AS `season_threes_squares`,
          `t18`.`steals_parts` AS `season_steals_parts`,
          `t18`.`steals_squares` AS `season_steals_squares`,
          `t18`.`blocks_parts` AS `season_blocks_parts`,
          `t18`.`blocks_squares` AS `season_blocks_squares`,
          `t18`.`turnovers_parts` AS `season_turnovers_parts`,
          `t18`.`turnovers_squares` AS `season_turnovers_squares`,
          `t18`.`points_rebounds_assists_parts` AS `season_points_rebounds_assists_parts`,
          `t18`.`points_rebounds_assists_squares` AS `season_points_rebounds_assists_squares`,
          `t18`.`points_rebounds_parts` AS `season_points_rebounds_parts`,
          `t18`.`points_rebounds_squares` AS `season_points_rebounds_squares`,
          `t18`.`points_assists_parts` AS `season_points_assists_parts`,
          `t18`.`points_assists_squares` AS `season_points_assists_squares`,
          `t18`.`rebounds_assists_parts` AS `season_rebounds_assists_parts`,
          `t18`.`rebounds_assists_squares` AS `season_rebounds_assists_squares`,
          `t18`.`blocks_steals_parts` AS `season_blocks_steals_parts`,
          `t18`.`blocks_steals_squares` AS `season_blocks_steals_squares`,
          `t18`.`minutes_parts` AS `season_minutes_parts`,
          `t18`.`minutes_squares` AS `season_minutes_squares`,
          `t18`.`usage_rate_count` AS `season_usage_rate_count`,
          `t18`.`usage_rate_parts` AS `season_usage_rate_parts`,
          `t18`.`usage_rate_squares` AS `season_usage_rate_squares`,
          `t18`.`true_shooting_share_count` AS `season_true_shooting_share_count`,
          `t18`.`true_shooting_share_parts` AS `season_true_shooting_share_parts`,
          `t18`.`starts_count` AS `season_starts_count`,
          `t18`.`starts_parts` AS `season_starts_parts`,
          `t18`.`field_goals_attempted_parts` AS `season_field_goals_attempted_parts`,
          `t18`.`field_goals_made_parts` AS `season_field_goals_made_parts`,
          `t18`.`threes_attempted_parts` AS `season_threes_attempted_parts`,
          `t18`.`free_throws_attempted_parts` AS `season_free_throws_attempted_parts`,
          `t18`.`free_throws_made_parts` AS `season_free_throws_made_parts`
        FROM `t17` AS `t18`
      ) AS `t28`
        ON `t7`.`player_id` = `t28`.`season_owner`
        AND CASE
          WHEN (
            `t31`.`last_games_before_season` IS NOT NULL
          )
          AND (
            `t15`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t31`.`last_games_before_season`, `t15`.`too_old`)
          ELSE NULL
        END = `t28`.`season_games`
    ) AS `t33`
  ) AS `t35`
    ON `t5`.`game_id` = `t35`.`game_id` AND `t5`.`player_id` = `t35`.`player_id`
) AS `t36`
