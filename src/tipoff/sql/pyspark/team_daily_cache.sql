-- rows 05265a44355d59c1 c8fad97d611fd889
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
), `t28` AS (
  SELECT
    `t27`.`game_date`,
    `t27`.`season`,
    `t27`.`team_id`,
    `t27`.`games`,
    `t27`.`pace_parts`,
    `t27`.`offensive_rating_parts`,
    `t27`.`defensive_rating_parts`,
    `t27`.`points_parts`,
    `t27`.`wins_parts`,
    `t27`.`points_allowed_parts`,
    `t27`.`rebounds_allowed_parts`,
    `t27`.`assists_allowed_parts`,
    `t27`.`threes_allowed_parts`,
    `t27`.`steals_allowed_parts`,
    `t27`.`blocks_allowed_parts`,
    `t27`.`turnovers_forced_parts`,
    MIN(`t27`.`games`) OVER (
      PARTITION BY `t27`.`team_id`, `t27`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t24`.`game_date`,
      `t24`.`season`,
      `t24`.`team_id`,
      CAST(SUM(`t24`.`games`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t24`.`pace_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `pace_parts`,
      CAST(SUM(`t24`.`offensive_rating_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `offensive_rating_parts`,
      CAST(SUM(`t24`.`defensive_rating_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `defensive_rating_parts`,
      CAST(SUM(`t24`.`points_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`,
      CAST(SUM(`t24`.`wins_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `wins_parts`,
      CAST(SUM(`t24`.`points_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_allowed_parts`,
      CAST(SUM(`t24`.`rebounds_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `rebounds_allowed_parts`,
      CAST(SUM(`t24`.`assists_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `assists_allowed_parts`,
      CAST(SUM(`t24`.`threes_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `threes_allowed_parts`,
      CAST(SUM(`t24`.`steals_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `steals_allowed_parts`,
      CAST(SUM(`t24`.`blocks_allowed_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `blocks_allowed_parts`,
      CAST(SUM(`t24`.`turnovers_forced_parts`) OVER (
        PARTITION BY `t24`.`team_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `turnovers_forced_parts`
    FROM (
      SELECT
        `t21`.`game_date`,
        `t21`.`season`,
        `t21`.`team_id`,
        1 AS `games`,
        COALESCE(CAST(ROUND(`t21`.`pace` * 1000000000, 0) AS BIGINT), 0) AS `pace_parts`,
        COALESCE(CAST(ROUND(`t21`.`offensive_rating` * 1000000000, 0) AS BIGINT), 0) AS `offensive_rating_parts`,
        COALESCE(CAST(ROUND(`t21`.`defensive_rating` * 1000000000, 0) AS BIGINT), 0) AS `defensive_rating_parts`,
        COALESCE(`t21`.`points`, 0) AS `points_parts`,
        COALESCE(CAST(`t21`.`won` AS BIGINT), 0) AS `wins_parts`,
        COALESCE(`t21`.`points_allowed`, 0) AS `points_allowed_parts`,
        COALESCE(`t21`.`rebounds_allowed`, 0) AS `rebounds_allowed_parts`,
        COALESCE(`t21`.`assists_allowed`, 0) AS `assists_allowed_parts`,
        COALESCE(`t21`.`threes_allowed`, 0) AS `threes_allowed_parts`,
        COALESCE(`t21`.`steals_allowed`, 0) AS `steals_allowed_parts`,
        COALESCE(`t21`.`blocks_allowed`, 0) AS `blocks_allowed_parts`,
        COALESCE(`t21`.`turnovers_forced`, 0) AS `turnovers_forced_parts`
      FROM (
        SELECT
          `t15`.`game_id`,
          `t15`.`game_date`,
          `t15`.`team_id`,
          `t15`.`opponent_id`,
          `t15`.`home`,
          `t15`.`won`,
          `t15`.`minutes`,
          `t15`.`points`,
          `t15`.`field_goals_made`,
          `t15`.`field_goals_attempted`,
          `t15`.`threes_made`,
          `t15`.`threes_attempted`,
          `t15`.`free_throws_made`,
          `t15`.`free_throws_attempted`,
          `t15`.`offensive_rebounds`,
          `t15`.`defensive_rebounds`,
          `t15`.`assists`,
          `t15`.`steals`,
          `t15`.`blocks`,
          `t15`.`turnovers`,
          `t15`.`margin`,
          `t15`.`possessions`,
          `t15`.`offensive_rating`,
          `t15`.`pace`,
          `t15`.`overtime_periods`,
          `t15`.`effective_field_goal_share`,
          `t15`.`true_shooting_share`,
          `t15`.`turnover_share`,
          `t15`.`offensive_rebound_share`,
          `t15`.`free_throw_rate`,
          `t15`.`paint_attempts`,
          `t15`.`paint_makes`,
          `t15`.`mid_range_attempts`,
          `t15`.`mid_range_makes`,
          `t15`.`corner_three_attempts`,
          `t15`.`corner_three_makes`,
          `t15`.`above_break_three_attempts`,
          `t15`.`above_break_three_makes`,
          `t15`.`defensive_rating`,
          `t15`.`points_allowed`,
          `t15`.`rebounds_allowed`,
          `t15`.`assists_allowed`,
          `t15`.`threes_allowed`,
          `t15`.`steals_allowed`,
          `t15`.`blocks_allowed`,
          `t15`.`turnovers_forced`,
          `t15`.`season`,
          ROW_NUMBER() OVER (PARTITION BY `t15`.`team_id` ORDER BY `t15`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t15`.`game_date`) OVER (PARTITION BY `t15`.`team_id` ORDER BY `t15`.`game_date` ASC NULLS LAST) AS `next_date`
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
        ) AS `t15`
      ) AS `t21`
    ) AS `t24`
  ) AS `t27`
)
SELECT
  *
FROM (
  SELECT
    `t16`.`game_id`,
    `t16`.`team_id`,
    `t16`.`game_date`,
    `t46`.`games_last_3`,
    `t46`.`games_last_5`,
    `t46`.`games_last_10`,
    `t46`.`games_last_20`,
    `t46`.`games_season`,
    `t46`.`pace_avg_last_3`,
    `t46`.`pace_avg_last_5`,
    `t46`.`pace_avg_last_10`,
    `t46`.`pace_avg_last_20`,
    `t46`.`pace_avg_season`,
    `t46`.`offensive_rating_avg_last_3`,
    `t46`.`offensive_rating_avg_last_5`,
    `t46`.`offensive_rating_avg_last_10`,
    `t46`.`offensive_rating_avg_last_20`,
    `t46`.`offensive_rating_avg_season`,
    `t46`.`defensive_rating_avg_last_3`,
    `t46`.`defensive_rating_avg_last_5`,
    `t46`.`defensive_rating_avg_last_10`,
    `t46`.`defensive_rating_avg_last_20`,
    `t46`.`defensive_rating_avg_season`,
    `t46`.`points_avg_last_3`,
    `t46`.`points_avg_last_5`,
    `t46`.`points_avg_last_10`,
    `t46`.`points_avg_last_20`,
    `t46`.`points_avg_season`,
    `t46`.`wins_avg_last_3`,
    `t46`.`wins_avg_last_5`,
    `t46`.`wins_avg_last_10`,
    `t46`.`wins_avg_last_20`,
    `t46`.`wins_avg_season`,
    `t46`.`points_allowed_avg_last_10`,
    `t46`.`points_allowed_avg_season`,
    `t46`.`rebounds_allowed_avg_last_10`,
    `t46`.`rebounds_allowed_avg_season`,
    `t46`.`assists_allowed_avg_last_10`,
    `t46`.`assists_allowed_avg_season`,
    `t46`.`threes_allowed_avg_last_10`,
    `t46`.`threes_allowed_avg_season`,
    `t46`.`steals_allowed_avg_last_10`,
    `t46`.`steals_allowed_avg_season`,
    `t46`.`blocks_allowed_avg_last_10`,
    `t46`.`blocks_allowed_avg_season`,
    `t46`.`turnovers_forced_avg_last_10`,
    `t46`.`turnovers_forced_avg_season`
  FROM (
    SELECT
      `t11`.`game_id`,
      `t11`.`team_id`,
      `t11`.`game_date`
    FROM `t10` AS `t11`
  ) AS `t16`
  INNER JOIN (
    SELECT
      `t44`.`game_id`,
      `t44`.`team_id`,
      COALESCE(`t44`.`games_last_3`, 0) AS `games_last_3`,
      COALESCE(`t44`.`games_last_5`, 0) AS `games_last_5`,
      COALESCE(`t44`.`games_last_10`, 0) AS `games_last_10`,
      COALESCE(`t44`.`games_last_20`, 0) AS `games_last_20`,
      COALESCE(`t44`.`games_season`, 0) AS `games_season`,
      (
        `t44`.`pace_parts_last_3` / 1000000000
      ) / NULLIF(`t44`.`games_last_3`, 0) AS `pace_avg_last_3`,
      (
        `t44`.`pace_parts_last_5` / 1000000000
      ) / NULLIF(`t44`.`games_last_5`, 0) AS `pace_avg_last_5`,
      (
        `t44`.`pace_parts_last_10` / 1000000000
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `pace_avg_last_10`,
      (
        `t44`.`pace_parts_last_20` / 1000000000
      ) / NULLIF(`t44`.`games_last_20`, 0) AS `pace_avg_last_20`,
      (
        `t44`.`pace_parts_season` / 1000000000
      ) / NULLIF(`t44`.`games_season`, 0) AS `pace_avg_season`,
      (
        `t44`.`offensive_rating_parts_last_3` / 1000000000
      ) / NULLIF(`t44`.`games_last_3`, 0) AS `offensive_rating_avg_last_3`,
      (
        `t44`.`offensive_rating_parts_last_5` / 1000000000
      ) / NULLIF(`t44`.`games_last_5`, 0) AS `offensive_rating_avg_last_5`,
      (
        `t44`.`offensive_rating_parts_last_10` / 1000000000
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `offensive_rating_avg_last_10`,
      (
        `t44`.`offensive_rating_parts_last_20` / 1000000000
      ) / NULLIF(`t44`.`games_last_20`, 0) AS `offensive_rating_avg_last_20`,
      (
        `t44`.`offensive_rating_parts_season` / 1000000000
      ) / NULLIF(`t44`.`games_season`, 0) AS `offensive_rating_avg_season`,
      (
        `t44`.`defensive_rating_parts_last_3` / 1000000000
      ) / NULLIF(`t44`.`games_last_3`, 0) AS `defensive_rating_avg_last_3`,
      (
        `t44`.`defensive_rating_parts_last_5` / 1000000000
      ) / NULLIF(`t44`.`games_last_5`, 0) AS `defensive_rating_avg_last_5`,
      (
        `t44`.`defensive_rating_parts_last_10` / 1000000000
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `defensive_rating_avg_last_10`,
      (
        `t44`.`defensive_rating_parts_last_20` / 1000000000
      ) / NULLIF(`t44`.`games_last_20`, 0) AS `defensive_rating_avg_last_20`,
      (
        `t44`.`defensive_rating_parts_season` / 1000000000
      ) / NULLIF(`t44`.`games_season`, 0) AS `defensive_rating_avg_season`,
      (
        `t44`.`points_parts_last_3` / 1
      ) / NULLIF(`t44`.`games_last_3`, 0) AS `points_avg_last_3`,
      (
        `t44`.`points_parts_last_5` / 1
      ) / NULLIF(`t44`.`games_last_5`, 0) AS `points_avg_last_5`,
      (
        `t44`.`points_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `points_avg_last_10`,
      (
        `t44`.`points_parts_last_20` / 1
      ) / NULLIF(`t44`.`games_last_20`, 0) AS `points_avg_last_20`,
      (
        `t44`.`points_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `points_avg_season`,
      (
        `t44`.`wins_parts_last_3` / 1
      ) / NULLIF(`t44`.`games_last_3`, 0) AS `wins_avg_last_3`,
      (
        `t44`.`wins_parts_last_5` / 1
      ) / NULLIF(`t44`.`games_last_5`, 0) AS `wins_avg_last_5`,
      (
        `t44`.`wins_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `wins_avg_last_10`,
      (
        `t44`.`wins_parts_last_20` / 1
      ) / NULLIF(`t44`.`games_last_20`, 0) AS `wins_avg_last_20`,
      (
        `t44`.`wins_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `wins_avg_season`,
      (
        `t44`.`points_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `points_allowed_avg_last_10`,
      (
        `t44`.`points_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `points_allowed_avg_season`,
      (
        `t44`.`rebounds_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `rebounds_allowed_avg_last_10`,
      (
        `t44`.`rebounds_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `rebounds_allowed_avg_season`,
      (
        `t44`.`assists_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `assists_allowed_avg_last_10`,
      (
        `t44`.`assists_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `assists_allowed_avg_season`,
      (
        `t44`.`threes_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `threes_allowed_avg_last_10`,
      (
        `t44`.`threes_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `threes_allowed_avg_season`,
      (
        `t44`.`steals_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `steals_allowed_avg_last_10`,
      (
        `t44`.`steals_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `steals_allowed_avg_season`,
      (
        `t44`.`blocks_allowed_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `blocks_allowed_avg_last_10`,
      (
        `t44`.`blocks_allowed_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `blocks_allowed_avg_season`,
      (
        `t44`.`turnovers_forced_parts_last_10` / 1
      ) / NULLIF(`t44`.`games_last_10`, 0) AS `turnovers_forced_avg_last_10`,
      (
        `t44`.`turnovers_forced_parts_season` / 1
      ) / NULLIF(`t44`.`games_season`, 0) AS `turnovers_forced_avg_season`
    FROM (
      SELECT
        `t18`.`game_id`,
        `t18`.`team_id`,
        `t42`.`last_games`,
        `t42`.`last_games` - COALESCE(`t35`.`last_3_games`, 0) AS `games_last_3`,
        `t42`.`last_pace_parts` - COALESCE(`t35`.`last_3_pace_parts`, 0) AS `pace_parts_last_3`,
        `t42`.`last_offensive_rating_parts` - COALESCE(`t35`.`last_3_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_3`,
        `t42`.`last_defensive_rating_parts` - COALESCE(`t35`.`last_3_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_3`,
        `t42`.`last_points_parts` - COALESCE(`t35`.`last_3_points_parts`, 0) AS `points_parts_last_3`,
        `t42`.`last_wins_parts` - COALESCE(`t35`.`last_3_wins_parts`, 0) AS `wins_parts_last_3`,
        `t42`.`last_games` - COALESCE(`t36`.`last_5_games`, 0) AS `games_last_5`,
        `t42`.`last_pace_parts` - COALESCE(`t36`.`last_5_pace_parts`, 0) AS `pace_parts_last_5`,
        `t42`.`last_offensive_rating_parts` - COALESCE(`t36`.`last_5_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_5`,
        `t42`.`last_defensive_rating_parts` - COALESCE(`t36`.`last_5_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_5`,
        `t42`.`last_points_parts` - COALESCE(`t36`.`last_5_points_parts`, 0) AS `points_parts_last_5`,
        `t42`.`last_wins_parts` - COALESCE(`t36`.`last_5_wins_parts`, 0) AS `wins_parts_last_5`,
        `t42`.`last_games` - COALESCE(`t38`.`last_10_games`, 0) AS `games_last_10`,
        `t42`.`last_pace_parts` - COALESCE(`t38`.`last_10_pace_parts`, 0) AS `pace_parts_last_10`,
        `t42`.`last_offensive_rating_parts` - COALESCE(`t38`.`last_10_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_10`,
        `t42`.`last_defensive_rating_parts` - COALESCE(`t38`.`last_10_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_10`,
        `t42`.`last_points_parts` - COALESCE(`t38`.`last_10_points_parts`, 0) AS `points_parts_last_10`,
        `t42`.`last_wins_parts` - COALESCE(`t38`.`last_10_wins_parts`, 0) AS `wins_parts_last_10`,
        `t42`.`last_points_allowed_parts` - COALESCE(`t38`.`last_10_points_allowed_parts`, 0) AS `points_allowed_parts_last_10`,
        `t42`.`last_rebounds_allowed_parts` - COALESCE(`t38`.`last_10_rebounds_allowed_parts`, 0) AS `rebounds_allowed_parts_last_10`,
        `t42`.`last_assists_allowed_parts` - COALESCE(`t38`.`last_10_assists_allowed_parts`, 0) AS `assists_allowed_parts_last_10`,
        `t42`.`last_threes_allowed_parts` - COALESCE(`t38`.`last_10_threes_allowed_parts`, 0) AS `threes_allowed_parts_last_10`,
        `t42`.`last_steals_allowed_parts` - COALESCE(`t38`.`last_10_steals_allowed_parts`, 0) AS `steals_allowed_parts_last_10`,
        `t42`.`last_blocks_allowed_parts` - COALESCE(`t38`.`last_10_blocks_allowed_parts`, 0) AS `blocks_allowed_parts_last_10`,
        `t42`.`last_turnovers_forced_parts` - COALESCE(`t38`.`last_10_turnovers_forced_parts`, 0) AS `turnovers_forced_parts_last_10`,
        `t42`.`last_games` - COALESCE(`t37`.`last_20_games`, 0) AS `games_last_20`,
        `t42`.`last_pace_parts` - COALESCE(`t37`.`last_20_pace_parts`, 0) AS `pace_parts_last_20`,
        `t42`.`last_offensive_rating_parts` - COALESCE(`t37`.`last_20_offensive_rating_parts`, 0) AS `offensive_rating_parts_last_20`,
        `t42`.`last_defensive_rating_parts` - COALESCE(`t37`.`last_20_defensive_rating_parts`, 0) AS `defensive_rating_parts_last_20`,
        `t42`.`last_points_parts` - COALESCE(`t37`.`last_20_points_parts`, 0) AS `points_parts_last_20`,
        `t42`.`last_wins_parts` - COALESCE(`t37`.`last_20_wins_parts`, 0) AS `wins_parts_last_20`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_games` - COALESCE(`t39`.`season_games`, 0)
          ELSE NULL
        END AS `games_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_pace_parts` - COALESCE(`t39`.`season_pace_parts`, 0)
          ELSE NULL
        END AS `pace_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_offensive_rating_parts` - COALESCE(`t39`.`season_offensive_rating_parts`, 0)
          ELSE NULL
        END AS `offensive_rating_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_defensive_rating_parts` - COALESCE(`t39`.`season_defensive_rating_parts`, 0)
          ELSE NULL
        END AS `defensive_rating_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_points_parts` - COALESCE(`t39`.`season_points_parts`, 0)
          ELSE NULL
        END AS `points_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_wins_parts` - COALESCE(`t39`.`season_wins_parts`, 0)
          ELSE NULL
        END AS `wins_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_points_allowed_parts` - COALESCE(`t39`.`season_points_allowed_parts`, 0)
          ELSE NULL
        END AS `points_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_rebounds_allowed_parts` - COALESCE(`t39`.`season_rebounds_allowed_parts`, 0)
          ELSE NULL
        END AS `rebounds_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_assists_allowed_parts` - COALESCE(`t39`.`season_assists_allowed_parts`, 0)
          ELSE NULL
        END AS `assists_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_threes_allowed_parts` - COALESCE(`t39`.`season_threes_allowed_parts`, 0)
          ELSE NULL
        END AS `threes_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_steals_allowed_parts` - COALESCE(`t39`.`season_steals_allowed_parts`, 0)
          ELSE NULL
        END AS `steals_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_blocks_allowed_parts` - COALESCE(`t39`.`season_blocks_allowed_parts`, 0)
          ELSE NULL
        END AS `blocks_allowed_parts_season`,
        CASE
          WHEN `t18`.`season` = `t42`.`last_season`
          THEN `t42`.`last_turnovers_forced_parts` - COALESCE(`t39`.`season_turnovers_forced_parts`, 0)
          ELSE NULL
        END AS `turnovers_forced_parts_season`
      FROM (
        SELECT
          `t11`.`game_id`,
          `t11`.`game_date`,
          `t11`.`season`,
          `t11`.`team_id`
        FROM `t10` AS `t11`
      ) AS `t18`
      LEFT OUTER JOIN (
        SELECT
          `t40`.`game_date` AS `last_game_date`,
          `t40`.`season` AS `last_season`,
          `t40`.`team_id` AS `last_team_id`,
          `t40`.`games` AS `last_games`,
          `t40`.`pace_parts` AS `last_pace_parts`,
          `t40`.`offensive_rating_parts` AS `last_offensive_rating_parts`,
          `t40`.`defensive_rating_parts` AS `last_defensive_rating_parts`,
          `t40`.`points_parts` AS `last_points_parts`,
          `t40`.`wins_parts` AS `last_wins_parts`,
          `t40`.`points_allowed_parts` AS `last_points_allowed_parts`,
          `t40`.`rebounds_allowed_parts` AS `last_rebounds_allowed_parts`,
          `t40`.`assists_allowed_parts` AS `last_assists_allowed_parts`,
          `t40`.`threes_allowed_parts` AS `last_threes_allowed_parts`,
          `t40`.`steals_allowed_parts` AS `last_steals_allowed_parts`,
          `t40`.`blocks_allowed_parts` AS `last_blocks_allowed_parts`,
          `t40`.`turnovers_forced_parts` AS `last_turnovers_forced_parts`,
          `t40`.`games_before_season` AS `last_games_before_season`,
          `t40`.`number` AS `last_number`,
          `t40`.`next_date` AS `last_next_date`
        FROM (
          SELECT
            `t29`.`game_date`,
            `t29`.`season`,
            `t29`.`team_id`,
            `t29`.`games`,
            `t29`.`pace_parts`,
            `t29`.`offensive_rating_parts`,
            `t29`.`defensive_rating_parts`,
            `t29`.`points_parts`,
            `t29`.`wins_parts`,
            `t29`.`points_allowed_parts`,
            `t29`.`rebounds_allowed_parts`,
            `t29`.`assists_allowed_parts`,
            `t29`.`threes_allowed_parts`,
            `t29`.`steals_allowed_parts`,
            `t29`.`blocks_allowed_parts`,
            `t29`.`turnovers_forced_parts`,
            `t29`.`games_before_season`,
            ROW_NUMBER() OVER (PARTITION BY `t29`.`team_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) - 1 AS `number`,
            LEAD(`t29`.`game_date`) OVER (PARTITION BY `t29`.`team_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) AS `next_date`
          FROM `t28` AS `t29`
        ) AS `t40`
      ) AS `t42`
        ON `t18`.`team_id` = `t42`.`last_team_id`
        AND `t18`.`game_date` > `t42`.`last_game_date`
        AND (
          (
            `t42`.`last_next_date` IS NULL
          )
          OR (
            `t18`.`game_date` <= `t42`.`last_next_date`
          )
        )
        AND DATEDIFF(DAY, `t42`.`last_game_date`, `t18`.`game_date`) <= 365
      INNER JOIN (
        SELECT
          `t19`.`game_id`,
          `t19`.`team_id`,
          COALESCE(`t23`.`last_number`, -1) + 1 AS `too_old`
        FROM (
          SELECT
            `t11`.`game_id`,
            `t11`.`team_id`,
            `t11`.`game_date` - INTERVAL '365' DAY AS `game_date`
          FROM `t10` AS `t11`
        ) AS `t19`
        LEFT OUTER JOIN (
          SELECT
            `t20`.`game_date` AS `last_game_date`,
            `t20`.`team_id` AS `last_team_id`,
            `t20`.`number` AS `last_number`,
            `t20`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t14`.`game_date`,
              `t14`.`team_id`,
              ROW_NUMBER() OVER (PARTITION BY `t14`.`team_id` ORDER BY `t14`.`game_date` ASC NULLS LAST) - 1 AS `number`,
              LEAD(`t14`.`game_date`) OVER (PARTITION BY `t14`.`team_id` ORDER BY `t14`.`game_date` ASC NULLS LAST) AS `next_date`
            FROM (
              SELECT
                `t3`.`game_date`,
                `t3`.`team_id`
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
          ) AS `t20`
        ) AS `t23`
          ON `t19`.`team_id` = `t23`.`last_team_id`
          AND `t19`.`game_date` > `t23`.`last_game_date`
          AND (
            (
              `t23`.`last_next_date` IS NULL
            )
            OR (
              `t19`.`game_date` <= `t23`.`last_next_date`
            )
          )
      ) AS `t26`
        ON `t18`.`game_id` = `t26`.`game_id` AND `t18`.`team_id` = `t26`.`team_id`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`team_id` AS `last_3_owner`,
          `t29`.`games` AS `last_3_games`,
          `t29`.`pace_parts` AS `last_3_pace_parts`,
          `t29`.`offensive_rating_parts` AS `last_3_offensive_rating_parts`,
          `t29`.`defensive_rating_parts` AS `last_3_defensive_rating_parts`,
          `t29`.`points_parts` AS `last_3_points_parts`,
          `t29`.`wins_parts` AS `last_3_wins_parts`
        FROM `t28` AS `t29`
      ) AS `t35`
        ON `t18`.`team_id` = `t35`.`last_3_owner`
        AND CASE
          WHEN (
            (
              `t42`.`last_games` - 3
            ) IS NOT NULL
          )
          AND (
            `t26`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t42`.`last_games` - 3, `t26`.`too_old`)
          ELSE NULL
        END = `t35`.`last_3_games`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`team_id` AS `last_5_owner`,
          `t29`.`games` AS `last_5_games`,
          `t29`.`pace_parts` AS `last_5_pace_parts`,
          `t29`.`offensive_rating_parts` AS `last_5_offensive_rating_parts`,
          `t29`.`defensive_rating_parts` AS `last_5_defensive_rating_parts`,
          `t29`.`points_parts` AS `last_5_points_parts`,
          `t29`.`wins_parts` AS `last_5_wins_parts`
        FROM `t28` AS `t29`
      ) AS `t36`
        ON `t18`.`team_id` = `t36`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t42`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t26`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t42`.`last_games` - 5, `t26`.`too_old`)
          ELSE NULL
        END = `t36`.`last_5_games`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`team_id` AS `last_10_owner`,
          `t29`.`games` AS `last_10_games`,
          `t29`.`pace_parts` AS `last_10_pace_parts`,
          `t29`.`offensive_rating_parts` AS `last_10_offensive_rating_parts`,
          `t29`.`defensive_rating_parts` AS `last_10_defensive_rating_parts`,
          `t29`.`points_parts` AS `last_10_points_parts`,
          `t29`.`wins_parts` AS `last_10_wins_parts`,
          `t29`.`points_allowed_parts` AS `last_10_points_allowed_parts`,
          `t29`.`rebounds_allowed_parts` AS `last_10_rebounds_allowed_parts`,
          `t29`.`assists_allowed_parts` AS `last_10_assists_allowed_parts`,
          `t29`.`threes_allowed_parts` AS `last_10_threes_allowed_parts`,
          `t29`.`steals_allowed_parts` AS `last_10_steals_allowed_parts`,
          `t29`.`blocks_allowed_parts` AS `last_10_blocks_allowed_parts`,
          `t29`.`turnovers_forced_parts` AS `last_10_turnovers_forced_parts`
        FROM `t28` AS `t29`
      ) AS `t38`
        ON `t18`.`team_id` = `t38`.`last_10_owner`
        AND CASE
          WHEN (
            (
              `t42`.`last_games` - 10
            ) IS NOT NULL
          )
          AND (
            `t26`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t42`.`last_games` - 10, `t26`.`too_old`)
          ELSE NULL
        END = `t38`.`last_10_games`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`team_id` AS `last_20_owner`,
          `t29`.`games` AS `last_20_games`,
          `t29`.`pace_parts` AS `last_20_pace_parts`,
          `t29`.`offensive_rating_parts` AS `last_20_offensive_rating_parts`,
          `t29`.`defensive_rating_parts` AS `last_20_defensive_rating_parts`,
          `t29`.`points_parts` AS `last_20_points_parts`,
          `t29`.`wins_parts` AS `last_20_wins_parts`
        FROM `t28` AS `t29`
      ) AS `t37`
        ON `t18`.`team_id` = `t37`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t42`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t26`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t42`.`last_games` - 20, `t26`.`too_old`)
          ELSE NULL
        END = `t37`.`last_20_games`
      LEFT OUTER JOIN (
        SELECT
          `t29`.`team_id` AS `season_owner`,
          `t29`.`games` AS `season_games`,
          `t29`.`pace_parts` AS `season_pace_parts`,
          `t29`.`offensive_rating_parts` AS `season_offensive_rating_parts`,
          `t29`.`defensive_rating_parts` AS `season_defensive_rating_parts`,
          `t29`.`points_parts` AS `season_points_parts`,
          `t29`.`wins_parts` AS `season_wins_parts`,
          `t29`.`points_allowed_parts` AS `season_points_allowed_parts`,
          `t29`.`rebounds_allowed_parts` AS `season_rebounds_allowed_parts`,
          `t29`.`assists_allowed_parts` AS `season_assists_allowed_parts`,
          `t29`.`threes_allowed_parts` AS `season_threes_allowed_parts`,
          `t29`.`steals_allowed_parts` AS `season_steals_allowed_parts`,
          `t29`.`blocks_allowed_parts` AS `season_blocks_allowed_parts`,
          `t29`.`turnovers_forced_parts` AS `season_turnovers_forced_parts`
        FROM `t28` AS `t29`
      ) AS `t39`
        ON `t18`.`team_id` = `t39`.`season_owner`
        AND CASE
          WHEN (
            `t42`.`last_games_before_season` IS NOT NULL
          )
          AND (
            `t26`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t42`.`last_games_before_season`, `t26`.`too_old`)
          ELSE NULL
        END = `t39`.`season_games`
    ) AS `t44`
  ) AS `t46`
    ON `t16`.`game_id` = `t46`.`game_id` AND `t16`.`team_id` = `t46`.`team_id`
) AS `t47`
