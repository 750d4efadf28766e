-- rows df7502d37c1444a2 a14f4085508409ee
WITH `t10` AS (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`home_team_id` AS `team_id`,
      `t0`.`home_team_name` AS `team_name`,
      `t0`.`away_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t7`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`away_team_id` AS `team_id`,
      `t0`.`away_team_name` AS `team_name`,
      `t0`.`home_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t8`
), `t19` AS (
  SELECT
    `t18`.`game_date`,
    `t18`.`season`,
    `t18`.`team_id`,
    `t18`.`games`,
    `t18`.`pace_parts`,
    `t18`.`offensive_rating_parts`,
    `t18`.`defensive_rating_parts`,
    `t18`.`points_parts`,
    `t18`.`wins_parts`,
    `t18`.`points_allowed_parts`,
    `t18`.`rebounds_allowed_parts`,
    `t18`.`assists_allowed_parts`,
    `t18`.`threes_allowed_parts`,
    `t18`.`steals_allowed_parts`,
    `t18`.`blocks_allowed_parts`,
    `t18`.`turnovers_forced_parts`,
    MIN(`t18`.`games`) OVER (
      PARTITION BY `t18`.`team_id`, `t18`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t17`.`game_date`,
      `t17`.`season`,
      `t17`.`team_id`,
      CAST(SUM(`t17`.`games`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t17`.`pace_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `pace_parts`,
      CAST(SUM(`t17`.`offensive_rating_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `offensive_rating_parts`,
      CAST(SUM(`t17`.`defensive_rating_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `defensive_rating_parts`,
      CAST(SUM(`t17`.`points_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_parts`,
      CAST(SUM(`t17`.`wins_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `wins_parts`,
      CAST(SUM(`t17`.`points_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_allowed_parts`,
      CAST(SUM(`t17`.`rebounds_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `rebounds_allowed_parts`,
      CAST(SUM(`t17`.`assists_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `assists_allowed_parts`,
      CAST(SUM(`t17`.`threes_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `threes_allowed_parts`,
      CAST(SUM(`t17`.`steals_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `steals_allowed_parts`,
      CAST(SUM(`t17`.`blocks_allowed_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `blocks_allowed_parts`,
      CAST(SUM(`t17`.`turnovers_forced_parts`) OVER (
        PARTITION BY `t17`.`team_id`
        ORDER BY `t17`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `turnovers_forced_parts`
    FROM (
      SELECT
        `t16`.`game_date`,
        `t16`.`season`,
        `t16`.`team_id`,
        1 AS `games`,
        COALESCE(CAST(ROUND(`t16`.`pace` * 1000000000, 0) AS INT64), 0) AS `pace_parts`,
        COALESCE(CAST(ROUND(`t16`.`offensive_rating` * 1000000000, 0) AS INT64), 0) AS `offensive_rating_parts`,
        COALESCE(CAST(ROUND(`t16`.`defensive_rating` * 1000000000, 0) AS INT64), 0) AS `defensive_rating_parts`,
        COALESCE(`t16`.`points`, 0) AS `points_parts`,
        COALESCE(CAST(`t16`.`won` AS INT64), 0) AS `wins_parts`,
        COALESCE(`t16`.`points_allowed`, 0) AS `points_allowed_parts`,
        COALESCE(`t16`.`rebounds_allowed`, 0) AS `rebounds_allowed_parts`,
        COALESCE(`t16`.`assists_allowed`, 0) AS `assists_allowed_parts`,
        COALESCE(`t16`.`threes_allowed`, 0) AS `threes_allowed_parts`,
        COALESCE(`t16`.`steals_allowed`, 0) AS `steals_allowed_parts`,
        COALESCE(`t16`.`blocks_allowed`, 0) AS `blocks_allowed_parts`,
        COALESCE(`t16`.`turnovers_forced`, 0) AS `turnovers_forced_parts`
      FROM (
        SELECT
          `t14`.`game_id`,
          `t14`.`game_date`,
          `t14`.`team_id`,
          `t14`.`opponent_id`,
          `t14`.`home`,
          `t14`.`won`,
          `t14`.`minutes`,
          `t14`.`points`,
          `t14`.`field_goals_made`,
          `t14`.`field_goals_attempted`,
          `t14`.`threes_made`,
          `t14`.`threes_attempted`,
          `t14`.`free_throws_made`,
          `t14`.`free_throws_attempted`,
          `t14`.`offensive_rebounds`,
          `t14`.`defensive_rebounds`,
          `t14`.`assists`,
          `t14`.`steals`,
          `t14`.`blocks`,
          `t14`.`turnovers`,
          `t14`.`margin`,
          `t14`.`possessions`,
          `t14`.`offensive_rating`,
          `t14`.`pace`,
          `t14`.`overtime_periods`,
          `t14`.`effective_field_goal_share`,
          `t14`.`true_shooting_share`,
          `t14`.`turnover_share`,
          `t14`.`offensive_rebound_share`,
          `t14`.`free_throw_rate`,
          `t14`.`paint_attempts`,
          `t14`.`paint_makes`,
          `t14`.`mid_range_attempts`,
          `t14`.`mid_range_makes`,
          `t14`.`corner_three_attempts`,
          `t14`.`corner_three_makes`,
          `t14`.`above_break_three_attempts`,
          `t14`.`above_break_three_makes`,
          `t14`.`defensive_rating`,
          `t14`.`points_allowed`,
          `t14`.`rebounds_allowed`,
          `t14`.`assists_allowed`,
          `t14`.`threes_allowed`,
          `t14`.`steals_allowed`,
          `t14`.`blocks_allowed`,
          `t14`.`turnovers_forced`,
          `t14`.`season`,
          ROW_NUMBER() OVER (PARTITION BY `t14`.`team_id` ORDER BY `t14`.`game_date` ASC) - 1 AS `number`
        FROM (
          SELECT
            `t3`.`game_id`,
            `t3`.`game_date`,
            `t3`.`team_id`,
            `t3`.`opponent_id`,
            `t3`.`home`,
            `t3`.`won`,
            `t3`.`minutes`,
            `t3`.`points`,
            `t3`.`field_goals_made`,
            `t3`.`field_goals_attempted`,
            `t3`.`threes_made`,
            `t3`.`threes_attempted`,
            `t3`.`free_throws_made`,
            `t3`.`free_throws_attempted`,
            `t3`.`offensive_rebounds`,
            `t3`.`defensive_rebounds`,
            `t3`.`assists`,
            `t3`.`steals`,
            `t3`.`blocks`,
            `t3`.`turnovers`,
            `t3`.`margin`,
            `t3`.`possessions`,
            `t3`.`offensive_rating`,
            `t3`.`pace`,
            `t3`.`overtime_periods`,
            `t3`.`effective_field_goal_share`,
            `t3`.`true_shooting_share`,
            `t3`.`turnover_share`,
            `t3`.`offensive_rebound_share`,
            `t3`.`free_throw_rate`,
            `t3`.`paint_attempts`,
            `t3`.`paint_makes`,
            `t3`.`mid_range_attempts`,
            `t3`.`mid_range_makes`,
            `t3`.`corner_three_attempts`,
            `t3`.`corner_three_makes`,
            `t3`.`above_break_three_attempts`,
            `t3`.`above_break_three_makes`,
            `t9`.`defensive_rating`,
            `t9`.`points_allowed`,
            `t9`.`rebounds_allowed`,
            `t9`.`assists_allowed`,
            `t9`.`threes_allowed`,
            `t9`.`steals_allowed`,
            `t9`.`blocks_allowed`,
            `t9`.`turnovers_forced`,
            `t6`.`season`
          FROM `input_team_offense_game_summary` AS `t3`
          INNER JOIN (
            SELECT
              `t2`.`game_id`,
              `t2`.`team_id`,
              `t2`.`defensive_rating`,
              `t2`.`points_allowed`,
              `t2`.`rebounds_allowed`,
              `t2`.`assists_allowed`,
              `t2`.`threes_allowed`,
              `t2`.`steals_allowed`,
              `t2`.`blocks_allowed`,
              `t2`.`turnovers_forced`
            FROM `input_team_defense_game_summary` AS `t2`
          ) AS `t9`
            ON `t3`.`game_id` = `t9`.`game_id` AND `t3`.`team_id` = `t9`.`team_id`
          INNER JOIN (
            SELECT
              `t0`.`game_id`,
              `t0`.`season`
            FROM `input_schedule` AS `t0`
          ) AS `t6`
            ON `t3`.`game_id` = `t6`.`game_id`
        ) AS `t14`
      ) AS `t16`
    ) AS `t17`
  ) AS `t18`
)
SELECT
  *
FROM (
  SELECT
    `t15`.`game_id`,
    `t15`.`team_id`,
    `t15`.`game_date`,
    `t47`.`games_last_3`,
    `t47`.`games_last_5`,
    `t47`.`games_last_10`,
    `t47`.`games_last_20`,
    `t47`.`games_season`,
    `t47`.`pace_avg_last_3`,
    `t47`.`pace_avg_last_5`,
    `t47`.`pace_avg_last_10`,
    `t47`.`pace_avg_last_20`,
    `t47`.`pace_avg_season`,
    `t47`.`offensive_rating_avg_last_3`,
    `t47`.`offensive_rating_avg_last_5`,
    `t47`.`offensive_rating_avg_last_10`,
    `t47`.`offensive_rating_avg_last_20`,
    `t47`.`offensive_rating_avg_season`,
    `t47`.`defensive_rating_avg_last_3`,
    `t47`.`defensive_rating_avg_last_5`,
    `t47`.`defensive_rating_avg_last_10`,
    `t47`.`defensive_rating_avg_last_20`,
    `t47`.`defensive_rating_avg_season`,
    `t47`.`points_avg_last_3`,
    `t47`.`points_avg_last_5`,
    `t47`.`points_avg_last_10`,
    `t47`.`points_avg_last_20`,
    `t47`.`points_avg_season`,
    `t47`.`wins_avg_last_3`,
    `t47`.`wins_avg_last_5`,
    `t47`.`wins_avg_last_10`,
    `t47`.`wins_avg_last_20`,
    `t47`.`wins_avg_season`,
    `t47`.`points_allowed_avg_last_10`,
    `t47`.`points_allowed_avg_season`,
    `t47`.`rebounds_allowed_avg_last_10`,
    `t47`.`rebounds_allowed_avg_season`,
    `t47`.`assists_allowed_avg_last_10`,
    `t47`.`assists_allowed_avg_season`,
    `t47`.`threes_allowed_avg_last_10`,
    `t47`.`threes_allowed_avg_season`,
    `t47`.`steals_allowed_avg_last_10`,
    `t47`.`steals_allowed_avg_season`,
    `t47`.`blocks_allowed_avg_last_10`,
    `t47`.`blocks_allowed_avg_season`,
    `t47`.`turnovers_forced_avg_last_10`,
    `t47`.`turnovers_forced_avg_season`
  FROM (
    SELECT
      `t11`.`game_id`,
      `t11`.`team_id`,
      `t11`.`game_date`
    FROM `t10` AS `t11`
  ) AS `t15`
  INNER JOIN (
    SELECT
      `t45`.`game_id`,
      `t45`.`team_id`,
      COALESCE(`t45`.`games_last_3`, 0) AS `games_last_3`,
      COALESCE(`t45`.`games_last_5`, 0) AS `games_last_5`,
      COALESCE(`t45`.`games_last_10`, 0) AS `games_last_10`,
      COALESCE(`t45`.`games_last_20`, 0) AS `games_last_20`,
      COALESCE(`t45`.`games_season`, 0) AS `games_season`,
      ieee_divide(
        ieee_divide(`t45`.`pace_parts_last_3`, 1000000000),
        NULLIF(`t45`.`games_last_3`, 0)
      ) AS `pace_avg_last_3`,
      ieee_divide(
        ieee_divide(`t45`.`pace_parts_last_5`, 1000000000),
        NULLIF(`t45`.`games_last_5`, 0)
      ) AS `pace_avg_last_5`,
      ieee_divide(
        ieee_divide(`t45`.`pace_parts_last_10`, 1000000000),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `pace_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`pace_parts_last_20`, 1000000000),
        NULLIF(`t45`.`games_last_20`, 0)
      ) AS `pace_avg_last_20`,
      ieee_divide(
        ieee_divide(`t45`.`pace_parts_season`, 1000000000),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `pace_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`offensive_rating_parts_last_3`, 1000000000),
        NULLIF(`t45`.`games_last_3`, 0)
      ) AS `offensive_rating_avg_last_3`,
      ieee_divide(
        ieee_divide(`t45`.`offensive_rating_parts_last_5`, 1000000000),
        NULLIF(`t45`.`games_last_5`, 0)
      ) AS `offensive_rating_avg_last_5`,
      ieee_divide(
        ieee_divide(`t45`.`offensive_rating_parts_last_10`, 1000000000),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `offensive_rating_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`offensive_rating_parts_last_20`, 1000000000),
        NULLIF(`t45`.`games_last_20`, 0)
      ) AS `offensive_rating_avg_last_20`,
      ieee_divide(
        ieee_divide(`t45`.`offensive_rating_parts_season`, 1000000000),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `offensive_rating_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`defensive_rating_parts_last_3`, 1000000000),
        NULLIF(`t45`.`games_last_3`, 0)
      ) AS `defensive_rating_avg_last_3`,
      ieee_divide(
        ieee_divide(`t45`.`defensive_rating_parts_last_5`, 1000000000),
        NULLIF(`t45`.`games_last_5`, 0)
      ) AS `defensive_rating_avg_last_5`,
      ieee_divide(
        ieee_divide(`t45`.`defensive_rating_parts_last_10`, 1000000000),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `defensive_rating_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`defensive_rating_parts_last_20`, 1000000000),
        NULLIF(`t45`.`games_last_20`, 0)
      ) AS `defensive_rating_avg_last_20`,
      ieee_divide(
        ieee_divide(`t45`.`defensive_rating_parts_season`, 1000000000),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `defensive_rating_avg_season`,
      ieee_divide(ieee_divide(`t45`.`points_parts_last_3`, 1), NULLIF(`t45`.`games_last_3`, 0)) AS `points_avg_last_3`,
      ieee_divide(ieee_divide(`t45`.`points_parts_last_5`, 1), NULLIF(`t45`.`games_last_5`, 0)) AS `points_avg_last_5`,
      ieee_divide(ieee_divide(`t45`.`points_parts_last_10`, 1), NULLIF(`t45`.`games_last_10`, 0)) AS `points_avg_last_10`,
      ieee_divide(ieee_divide(`t45`.`points_parts_last_20`, 1), NULLIF(`t45`.`games_last_20`, 0)) AS `points_avg_last_20`,
      ieee_divide(ieee_divide(`t45`.`points_parts_season`, 1), NULLIF(`t45`.`games_season`, 0)) AS `points_avg_season`,
      ieee_divide(ieee_divide(`t45`.`wins_parts_last_3`, 1), NULLIF(`t45`.`games_last_3`, 0)) AS `wins_avg_last_3`,
      ieee_divide(ieee_divide(`t45`.`wins_parts_last_5`, 1), NULLIF(`t45`.`games_last_5`, 0)) AS `wins_avg_last_5`,
      ieee_divide(ieee_divide(`t45`.`wins_parts_last_10`, 1), NULLIF(`t45`.`games_last_10`, 0)) AS `wins_avg_last_10`,
      ieee_divide(ieee_divide(`t45`.`wins_parts_last_20`, 1), NULLIF(`t45`.`games_last_20`, 0)) AS `wins_avg_last_20`,
      ieee_divide(ieee_divide(`t45`.`wins_parts_season`, 1), NULLIF(`t45`.`games_season`, 0)) AS `wins_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`points_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `points_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`points_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `points_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`rebounds_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `rebounds_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`rebounds_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `rebounds_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`assists_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `assists_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`assists_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `assists_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`threes_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `threes_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`threes_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `threes_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`steals_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `steals_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`steals_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `steals_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`blocks_allowed_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `blocks_allowed_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`blocks_allowed_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `blocks_allowed_avg_season`,
      ieee_divide(
        ieee_divide(`t45`.`turnovers_forced_parts_last_10`, 1),
        NULLIF(`t45`.`games_last_10`, 0)
      ) AS `turnovers_forced_avg_last_10`,
      ieee_divide(
        ieee_divide(`t45`.`turnovers_forced_parts_season`, 1),
        NULLIF(`t45`.`games_season`, 0)
      ) AS `turnovers_forced_avg_season`
    FROM (
      SELECT
        `t43`.`game_id`,
        `t43`.`team_id`,
        `t43`.`last_games`,
        `t43`.`last_games` - COALESCE(`t27`.`last_3_games`, 0) AS `games_last_3`,
        `t43`.`last_pace_parts` - COALESCE(`t27`.`last_3_pace_parts`, 0) AS `pace_parts_last_3`,
        `t43`.`last_offensive_rating_parts` - COALESCE(`t27`.`last_3_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_3`,
        `t43`.`last_defensive_rating_parts` - COALESCE(`t27`.`last_3_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_3`,
        `t43`.`last_points_parts` - COALESCE(`t27`.`last_3_points_parts`, 0) AS `points_parts_last_3`,
        `t43`.`last_wins_parts` - COALESCE(`t27`.`last_3_wins_parts`, 0) AS `wins_parts_last_3`,
        `t43`.`last_games` - COALESCE(`t28`.`last_5_games`, 0) AS `games_last_5`,
        `t43`.`last_pace_parts` - COALESCE(`t28`.`last_5_pace_parts`, 0) AS `pace_parts_last_5`,
        `t43`.`last_offensive_rating_parts` - COALESCE(`t28`.`last_5_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_5`,
        `t43`.`last_defensive_rating_parts` - COALESCE(`t28`.`last_5_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_5`,
        `t43`.`last_points_parts` - COALESCE(`t28`.`last_5_points_parts`, 0) AS `points_parts_last_5`,
        `t43`.`last_wins_parts` - COALESCE(`t28`.`last_5_wins_parts`, 0) AS `wins_parts_last_5`,
        `t43`.`last_games` - COALESCE(`t30`.`last_10_games`, 0) AS `games_last_10`,
        `t43`.`last_pace_parts` - COALESCE(`t30`.`last_10_pace_parts`, 0) AS `pace_parts_last_10`,
        `t43`.`last_offensive_rating_parts` - COALESCE(`t30`.`last_10_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_10`,
        `t43`.`last_defensive_rating_parts` - COALESCE(`t30`.`last_10_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_10`,
        `t43`.`last_points_parts` - COALESCE(`t30`.`last_10_points_parts`, 0) AS `points_parts_last_10`,
        `t43`.`last_wins_parts` - COALESCE(`t30`.`last_10_wins_parts`, 0) AS `wins_parts_last_10`,
        `t43`.`last_points_allowed_parts` - COALESCE(`t30`.`last_10_points_allowed_parts`, 0) AS `points_allowed_parts_last_10`,
        `t43`.`last_rebounds_allowed_parts` - COALESCE(`t30`.`last_10_rebounds_allowed_parts`, 0) AS `rebounds_allowed_parts_last_10`,
        `t43`.`last_assists_allowed_parts` - COALESCE(`t30`.`last_10_assists_allowed_parts`, 0) AS `assists_allowed_parts_last_10`,
        `t43`.`last_threes_allowed_parts` - COALESCE(`t30`.`last_10_threes_allowed_parts`, 0) AS `threes_allowed_parts_last_10`,
        `t43`.`last_steals_allowed_parts` - COALESCE(`t30`.`last_10_steals_allowed_parts`, 0) AS `steals_allowed_parts_last_10`,
        `t43`.`last_blocks_allowed_parts` - COALESCE(`t30`.`last_10_blocks_allowed_parts`, 0) AS `blocks_allowed_parts_last_10`,
        `t43`.`last_turnovers_forced_parts` - COALESCE(`t30`.`last_10_turnovers_forced_parts`, 0) AS `turnovers_forced_parts_last_10`,
        `t43`.`last_games` - COALESCE(`t29`.`last_20_games`, 0) AS `games_last_20`,
        `t43`.`last_pace_parts` - COALESCE(`t29`.`last_20_pace_parts`, 0) AS `pace_parts_last_20`,
        `t43`.`last_offensive_rating_parts` - COALESCE(`t29`.`last_20_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_20`,
        `t43`.`last_defensive_rating_parts` - COALESCE(`t29`.`last_20_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_20`,
        `t43`.`last_points_parts` - COALESCE(`t29`.`last_20_points_parts`, 0) AS `points_parts_last_20`,
        `t43`.`last_wins_parts` - COALESCE(`t29`.`last_20_wins_parts`, 0) AS `wins_parts_last_20`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_games` - COALESCE(`t31`.`season_games`, 0)
          ELSE NULL
        END AS `games_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_pace_parts` - COALESCE(`t31`.`season_pace_parts`, 0)
          ELSE NULL
        END AS `pace_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_offensive_rating_parts` - COALESCE(`t31`.`season_offensive_rating_parts`, 0)
          ELSE NULL
        END AS `offensive_rating_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_defensive_rating_parts` - COALESCE(`t31`.`season_defensive_rating_parts`, 0)
          ELSE NULL
        END AS `defensive_rating_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_points_parts` - COALESCE(`t31`.`season_points_parts`, 0)
          ELSE NULL
        END AS `points_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_wins_parts` - COALESCE(`t31`.`season_wins_parts`, 0)
          ELSE NULL
        END AS `wins_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_points_allowed_parts` - COALESCE(`t31`.`season_points_allowed_parts`, 0)
          ELSE NULL
        END AS `points_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_rebounds_allowed_parts` - COALESCE(`t31`.`season_rebounds_allowed_parts`, 0)
          ELSE NULL
        END AS `rebounds_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_assists_allowed_parts` - COALESCE(`t31`.`season_assists_allowed_parts`, 0)
          ELSE NULL
        END AS `assists_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_threes_allowed_parts` - COALESCE(`t31`.`season_threes_allowed_parts`, 0)
          ELSE NULL
        END AS `threes_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_steals_allowed_parts` - COALESCE(`t31`.`season_steals_allowed_parts`, 0)
          ELSE NULL
        END AS `steals_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_blocks_allowed_parts` - COALESCE(`t31`.`season_blocks_allowed_parts`, 0)
          ELSE NULL
        END AS `blocks_allowed_parts_season`,
        CASE
          WHEN `t43`.`season` = `t43`.`last_season`
          THEN `t43`.`last_turnovers_forced_parts` - COALESCE(`t31`.`season_turnovers_forced_parts`, 0)
          ELSE NULL
        END AS `turnovers_forced_parts_season`
      FROM (
        SELECT
          `t41`.`game_id`,
          `t41`.`game_date`,
          `t41`.`season`,
          `t41`.`team_id`,
          `t41`.`too_old`,
          `t41`.`last_game_date`,
          `t41`.`last_season`,
          `t41`.`last_team_id`,
          `t41`.`last_games`,
          `t41`.`last_pace_parts`,
          `t41`.`last_offensive_rating_parts`,
          `t41`.`last_defensive_rating_parts`,
          `t41`.`last_points_parts`,
          `t41`.`last_wins_parts`,
          `t41`.`last_points_allowed_parts`,
          `t41`.`last_rebounds_allowed_parts`,
          `t41`.`last_assists_allowed_parts`,
          `t41`.`last_threes_allowed_parts`,
          `t41`.`last_steals_allowed_parts`,
          `t41`.`last_blocks_allowed_parts`,
          `t41`.`last_turnovers_forced_parts`,
          `t41`.`last_games_before_season`,
          `t41`.`last_number`
        FROM (
          SELECT
            `t40`.`game_id`,
            `t40`.`game_date`,
            `t40`.`season`,
            `t40`.`team_id`,
            `t40`.`entered`,
            `t40`.`too_old`,
            `t37`.`last_game_date`,
            `t37`.`last_season`,
            `t37`.`last_team_id`,
            `t37`.`last_games`,
            `t37`.`last_pace_parts`,
            `t37`.`last_offensive_rating_parts`,
            `t37`.`last_defensive_rating_parts`,
            `t37`.`last_points_parts`,
            `t37`.`last_wins_parts`,
            `t37`.`last_points_allowed_parts`,
            `t37`.`last_rebounds_allowed_parts`,
            `t37`.`last_assists_allowed_parts`,
            `t37`.`last_threes_allowed_parts`,
            `t37`.`last_steals_allowed_parts`,
            `t37`.`last_blocks_allowed_parts`,
            `t37`.`last_turnovers_forced_parts`,
            `t37`.`last_games_before_season`,
            `t37`.`last_number`
          FROM (
            SELECT
              `t38`.`game_id`,
              `t38`.`game_date`,
              `t38`.`season`,
              `t38`.`team_id`,
              `t38`.`entered`,
              `t38`.`too_old`
            FROM (
              SELECT
                `t35`.`game_id`,
                `t35`.`game_date`,
                `t35`.`season`,
                `t35`.`team_id`,
                `t35`.`event`,
                CAST(SUM(CAST(`t35`.`event` = 1 AS INT64)) OVER (
                  PARTITION BY `t35`.`team_id`
                  ORDER BY `t35`.`game_date` ASC, `t35`.`event` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS INT64) AS `entered`,
                CAST(SUM(CAST(`t35`.`event` = 2 AS INT64)) OVER (
                  PARTITION BY `t35`.`team_id`
                  ORDER BY `t35`.`game_date` ASC, `t35`.`event` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS INT64) AS `too_old`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(NULL AS STRING) AS `game_id`,
                    CAST(CAST(DATE_SUB(`t20`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                    CAST(NULL AS STRING) AS `season`,
                    `t20`.`team_id`,
                    2 AS `event`
                  FROM `t19` AS `t20`
                ) AS `t34`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t11`.`game_id`,
                      `t11`.`game_date`,
                      `t11`.`season`,
                      `t11`.`team_id`,
                      0 AS `event`
                    FROM `t10` AS `t11`
                  ) AS `t13`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      CAST(NULL AS STRING) AS `game_id`,
                      `t20`.`game_date`,
                      CAST(NULL AS STRING) AS `season`,
                      `t20`.`team_id`,
                      1 AS `event`
                    FROM `t19` AS `t20`
                  ) AS `t26`
                ) AS `t32`
              ) AS `t35`
            ) AS `t38`
            WHERE
              `t38`.`event` = 0
          ) AS `t40`
          LEFT OUTER JOIN (
            SELECT
              `t33`.`game_date` AS `last_game_date`,
              `t33`.`season` AS `last_season`,
              `t33`.`team_id` AS `last_team_id`,
              `t33`.`games` AS `last_games`,
              `t33`.`pace_parts` AS `last_pace_parts`,
              `t33`.`offensive_rating_parts` AS `last_offensive_rating_parts`,
              `t33`.`defensive_rating_parts` AS `last_defensive_rating_parts`,
              `t33`.`points_parts` AS `last_points_parts`,
              `t33`.`wins_parts` AS `last_wins_parts`,
              `t33`.`points_allowed_parts` AS `last_points_allowed_parts`,
              `t33`.`rebounds_allowed_parts` AS `last_rebounds_allowed_parts`,
              `t33`.`assists_allowed_parts` AS `last_assists_allowed_parts`,
              `t33`.`threes_allowed_parts` AS `last_threes_allowed_parts`,
              `t33`.`steals_allowed_parts` AS `last_steals_allowed_parts`,
              `t33`.`blocks_allowed_parts` AS `last_blocks_allowed_parts`,
              `t33`.`turnovers_forced_parts` AS `last_turnovers_forced_parts`,
              `t33`.`games_before_season` AS `last_games_before_season`,
              `t33`.`number` AS `last_number`
            FROM (
              SELECT
                `t20`.`game_date`,
                `t20`.`season`,
                `t20`.`team_id`,
                `t20`.`games`,
                `t20`.`pace_parts`,
                `t20`.`offensive_rating_parts`,
                `t20`.`defensive_rating_parts`,
                `t20`.`points_parts`,
                `t20`.`wins_parts`,
                `t20`.`points_allowed_parts`,
                `t20`.`rebounds_allowed_parts`,
                `t20`.`assists_allowed_parts`,
                `t20`.`threes_allowed_parts`,
                `t20`.`steals_allowed_parts`,
                `t20`.`blocks_allowed_parts`,
                `t20`.`turnovers_forced_parts`,
                `t20`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t20`.`team_id` ORDER BY `t20`.`game_date` ASC) - 1 AS `number`
              FROM `t19` AS `t20`
            ) AS `t33`
          ) AS `t37`
            ON `t40`.`team_id` = `t37`.`last_team_id`
            AND CASE WHEN `t40`.`entered` > `t40`.`too_old` THEN `t40`.`entered` - 1 ELSE NULL END = `t37`.`last_number`
        ) AS `t41`
      ) AS `t43`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`team_id` AS `last_3_owner`,
          `t20`.`games` AS `last_3_games`,
          `t20`.`pace_parts` AS `last_3_pace_parts`,
          `t20`.`offensive_rating_parts` AS `last_3_offensive_rating_parts`,
          `t20`.`defensive_rating_parts` AS `last_3_defensive_rating_parts`,
          `t20`.`points_parts` AS `last_3_points_parts`,
          `t20`.`wins_parts` AS `last_3_wins_parts`
        FROM `t19` AS `t20`
      ) AS `t27`
        ON `t43`.`team_id` = `t27`.`last_3_owner`
        AND CASE
          WHEN (
            (
              `t43`.`last_games` - 3
            ) IS NOT NULL
          )
          AND (
            `t43`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t43`.`last_games` - 3, `t43`.`too_old`)
          ELSE NULL
        END = `t27`.`last_3_games`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`team_id` AS `last_5_owner`,
          `t20`.`games` AS `last_5_games`,
          `t20`.`pace_parts` AS `last_5_pace_parts`,
          `t20`.`offensive_rating_parts` AS `last_5_offensive_rating_parts`,
          `t20`.`defensive_rating_parts` AS `last_5_defensive_rating_parts`,
          `t20`.`points_parts` AS `last_5_points_parts`,
          `t20`.`wins_parts` AS `last_5_wins_parts`
        FROM `t19` AS `t20`
      ) AS `t28`
        ON `t43`.`team_id` = `t28`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t43`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t43`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t43`.`last_games` - 5, `t43`.`too_old`)
          ELSE NULL
        END = `t28`.`last_5_games`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`team_id` AS `last_10_owner`,
          `t20`.`games` AS `last_10_games`,
          `t20`.`pace_parts` AS `last_10_pace_parts`,
          `t20`.`offensive_rating_parts` AS `last_10_offensive_rating_parts`,
          `t20`.`defensive_rating_parts` AS `last_10_defensive_rating_parts`,
          `t20`.`points_parts` AS `last_10_points_parts`,
          `t20`.`wins_parts` AS `last_10_wins_parts`,
          `t20`.`points_allowed_parts` AS `last_10_points_allowed_parts`,
          `t20`.`rebounds_allowed_parts` AS `last_10_rebounds_allowed_parts`,
          `t20`.`assists_allowed_parts` AS `last_10_assists_allowed_parts`,
          `t20`.`threes_allowed_parts` AS `last_10_threes_allowed_parts`,
          `t20`.`steals_allowed_parts` AS `last_10_steals_allowed_parts`,
          `t20`.`blocks_allowed_parts` AS `last_10_blocks_allowed_parts`,
          `t20`.`turnovers_forced_parts` AS `last_10_turnovers_forced_parts`
        FROM `t19` AS `t20`
      ) AS `t30`
        ON `t43`.`team_id` = `t30`.`last_10_owner`
        AND CASE
          WHEN (
            (
              `t43`.`last_games` - 10
            ) IS NOT NULL
          )
          AND (
            `t43`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t43`.`last_games` - 10, `t43`.`too_old`)
          ELSE NULL
        END = `t30`.`last_10_games`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`team_id` AS `last_20_owner`,
          `t20`.`games` AS `last_20_games`,
          `t20`.`pace_parts` AS `last_20_pace_parts`,
          `t20`.`offensive_rating_parts` AS `last_20_offensive_rating_parts`,
          `t20`.`defensive_rating_parts` AS `last_20_defensive_rating_parts`,
          `t20`.`points_parts` AS `last_20_points_parts`,
          `t20`.`wins_parts` AS `last_20_wins_parts`
        FROM `t19` AS `t20`
      ) AS `t29`
        ON `t43`.`team_id` = `t29`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t43`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t43`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t43`.`last_games` - 20, `t43`.`too_old`)
          ELSE NULL
        END = `t29`.`last_20_games`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`team_id` AS `season_owner`,
          `t20`.`games` AS `season_games`,
          `t20`.`pace_parts` AS `season_pace_parts`,
          `t20`.`offensive_rating_parts` AS `season_offensive_rating_parts`,
          `t20`.`defensive_rating_parts` AS `season_defensive_rating_parts`,
          `t20`.`points_parts` AS `season_points_parts`,
          `t20`.`wins_parts` AS `season_wins_parts`,
          `t20`.`points_allowed_parts` AS `season_points_allowed_parts`,
          `t20`.`rebounds_allowed_parts` AS `season_rebounds_allowed_parts`,
          `t20`.`assists_allowed_parts` AS `season_assists_allowed_parts`,
          `t20`.`threes_allowed_parts` AS `season_threes_allowed_parts`,
          `t20`.`steals_allowed_parts` AS `season_steals_allowed_parts`,
          `t20`.`blocks_allowed_parts` AS `season_blocks_allowed_parts`,
          `t20`.`turnovers_forced_parts` AS `season_turnovers_forced_parts`
        FROM `t19` AS `t20`
      ) AS `t31`
        ON `t43`.`team_id` = `t31`.`season_owner`
        AND CASE
          WHEN (
            `t43`.`last_games_before_season` IS NOT NULL
          )
          AND (
            `t43`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t43`.`last_games_before_season`, `t43`.`too_old`)
          ELSE NULL
        END = `t31`.`season_games`
    ) AS `t45`
  ) AS `t47`
    ON `t15`.`game_id` = `t47`.`game_id` AND `t15`.`team_id` = `t47`.`team_id`
) AS `t48`
