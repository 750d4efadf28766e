-- rows 081181f8ca48d115 5a1d47ba6dc3ed8a
SELECT
  `t2`.`payload`,
  `t2`.`game_id`,
  `t2`.`game_date`,
  `t2`.`player_id`,
  `t2`.`player_name`,
  `t2`.`name_key`,
  `t2`.`team_id`,
  `t2`.`from_log`,
  `t2`.`minutes`,
  `t2`.`field_goals_made`,
  `t2`.`field_goals_attempted`,
  `t2`.`threes_made`,
  `t2`.`threes_attempted`,
  `t2`.`free_throws_made`,
  `t2`.`free_throws_attempted`,
  `t2`.`offensive_rebounds`,
  `t2`.`defensive_rebounds`,
  `t2`.`rebounds`,
  `t2`.`assists`,
  `t2`.`steals`,
  `t2`.`blocks`,
  `t2`.`turnovers`,
  `t2`.`personal_fouls`,
  `t2`.`points`,
  `t2`.`plus_minus`,
  `t2`.`field_goals_made` <= `t2`.`field_goals_attempted` AS `_rule_field_goals_within_attempts`,
  (
    `t2`.`threes_made` <= `t2`.`threes_attempted`
  )
  AND (
    `t2`.`threes_made` <= `t2`.`field_goals_made`
  ) AS `_rule_threes_within_attempts`,
  `t2`.`free_throws_made` <= `t2`.`free_throws_attempted` AS `_rule_free_throws_within_attempts`,
  `t2`.`points` = (
    (
      `t2`.`field_goals_made` * 2
    ) + `t2`.`threes_made` + `t2`.`free_throws_made`
  ) AS `_rule_points_add_up`,
  `t2`.`rebounds` = (
    `t2`.`offensive_rebounds` + `t2`.`defensive_rebounds`
  ) AS `_rule_rebounds_add_up`,
  `t2`.`game_id` IN (
    SELECT
      `t1`.`game_id`
    FROM `input_schedule` AS `t1`
  ) AS `_rule_known_game`,
  CONCAT_WS(', ', `t2`.`game_id`, CAST(`t2`.`game_date` AS STRING)) IN (
    SELECT
      CONCAT_WS(', ', `t1`.`game_id`, CAST(`t1`.`game_date` AS STRING)) AS `StringJoin((game_id, Cast(game_date, string)), ', ')`
    FROM `input_schedule` AS `t1`
  ) AS `_rule_date_is_the_schedule_s`,
  `t2`.`game_id` IN (
    SELECT
      `t1`.`game_id`
    FROM `input_schedule` AS `t1`
    WHERE
      `t1`.`is_final`
  ) AS `_rule_game_is_over`,
  CONCAT_WS(', ', `t2`.`game_id`, CAST(`t2`.`team_id` AS STRING)) IN (
    SELECT
      CONCAT_WS(', ', `t1`.`game_id`, CAST(`t1`.`home_team_id` AS STRING)) AS `StringJoin((game_id, Cast(home_team_id, string)), ', ')`
    FROM `input_schedule` AS `t1`
  )
  OR CONCAT_WS(', ', `t2`.`game_id`, CAST(`t2`.`team_id` AS STRING)) IN (
    SELECT
      CONCAT_WS(', ', `t1`.`game_id`, CAST(`t1`.`away_team_id` AS STRING)) AS `StringJoin((game_id, Cast(away_team_id, string)), ', ')`
    FROM `input_schedule` AS `t1`
  ) AS `_rule_team_plays_in_game`
FROM (
  SELECT
    `t0`.`payload`,
    `t0`.`GAME_ID` AS `game_id`,
    `t0`.`GAME_DATE` AS `game_date`,
    `t0`.`PLAYER_ID` AS `player_id`,
    `t0`.`PLAYER_NAME` AS `player_name`,
    `t0`.`NAME_KEY` AS `name_key`,
    `t0`.`TEAM_ID` AS `team_id`,
    `t0`.`FROM_LOG` AS `from_log`,
    `t0`.`MIN` AS `minutes`,
    `t0`.`FGM` AS `field_goals_made`,
    `t0`.`FGA` AS `field_goals_attempted`,
    `t0`.`FG3M` AS `threes_made`,
    `t0`.`FG3A` AS `threes_attempted`,
    `t0`.`FTM` AS `free_throws_made`,
    `t0`.`FTA` AS `free_throws_attempted`,
    `t0`.`OREB` AS `offensive_rebounds`,
    `t0`.`DREB` AS `defensive_rebounds`,
    `t0`.`REB` AS `rebounds`,
    `t0`.`AST` AS `assists`,
    `t0`.`STL` AS `steals`,
    `t0`.`BLK` AS `blocks`,
    `t0`.`TOV` AS `turnovers`,
    `t0`.`PF` AS `personal_fouls`,
    `t0`.`PTS` AS `points`,
    `t0`.`PLUS_MINUS` AS `plus_minus`
  FROM `input_player_game_log` AS `t0`
) AS `t2`
-- players_sum_to_team 0b7cc66214c030c7 0f439e6fdfcf4248
SELECT
  `t2`.`game_id`,
  `t2`.`team_id`,
  (
    `t4`.`sum_field_goals_made` = `t2`.`field_goals_made`
  )
  AND (
    `t4`.`sum_field_goals_attempted` = `t2`.`field_goals_attempted`
  )
  AND (
    `t4`.`sum_threes_made` = `t2`.`threes_made`
  )
  AND (
    `t4`.`sum_threes_attempted` = `t2`.`threes_attempted`
  )
  AND (
    `t4`.`sum_free_throws_made` = `t2`.`free_throws_made`
  )
  AND (
    `t4`.`sum_free_throws_attempted` = `t2`.`free_throws_attempted`
  )
  AND (
    `t4`.`sum_offensive_rebounds` = `t2`.`offensive_rebounds`
  )
  AND (
    `t4`.`sum_defensive_rebounds` = `t2`.`defensive_rebounds`
  )
  AND (
    `t4`.`sum_assists` = `t2`.`assists`
  )
  AND (
    `t4`.`sum_steals` = `t2`.`steals`
  )
  AND (
    `t4`.`sum_blocks` = `t2`.`blocks`
  )
  AND (
    `t4`.`sum_personal_fouls` = `t2`.`personal_fouls`
  )
  AND (
    `t4`.`sum_points` = `t2`.`points`
  ) AS `holds`
FROM `input_team_box_score` AS `t2`
LEFT OUTER JOIN (
  SELECT
    `t1`.`game_id`,
    `t1`.`team_id`,
    SUM(`t1`.`field_goals_made`) AS `sum_field_goals_made`,
    SUM(`t1`.`field_goals_attempted`) AS `sum_field_goals_attempted`,
    SUM(`t1`.`threes_made`) AS `sum_threes_made`,
    SUM(`t1`.`threes_attempted`) AS `sum_threes_attempted`,
    SUM(`t1`.`free_throws_made`) AS `sum_free_throws_made`,
    SUM(`t1`.`free_throws_attempted`) AS `sum_free_throws_attempted`,
    SUM(`t1`.`offensive_rebounds`) AS `sum_offensive_rebounds`,
    SUM(`t1`.`defensive_rebounds`) AS `sum_defensive_rebounds`,
    SUM(`t1`.`assists`) AS `sum_assists`,
    SUM(`t1`.`steals`) AS `sum_steals`,
    SUM(`t1`.`blocks`) AS `sum_blocks`,
    SUM(`t1`.`personal_fouls`) AS `sum_personal_fouls`,
    SUM(`t1`.`points`) AS `sum_points`
  FROM `input_player_box_score` AS `t1`
  GROUP BY
    1,
    2
) AS `t4`
  ON `t2`.`game_id` = `t4`.`game_id` AND `t2`.`team_id` = `t4`.`team_id`
-- final_games_have_players febd7636f63d8270 933760d6dc658bcc
SELECT
  `t4`.`game_date`,
  `t4`.`game_id`,
  (
    `t6`.`players` >= 10
  ) AND (
    `t6`.`teams` = 2
  ) AS `holds`
FROM (
  SELECT
    *
  FROM `input_schedule` AS `t0`
  WHERE
    `t0`.`is_final`
) AS `t4`
LEFT SEMI JOIN `input_player_box_score` AS `t2`
  ON `t4`.`game_date` = `t2`.`game_date`
LEFT OUTER JOIN (
  SELECT
    `t1`.`game_id`,
    COUNT(*) AS `players`,
    COUNT(DISTINCT `t1`.`team_id`) AS `teams`
  FROM `input_player_box_score` AS `t1`
  GROUP BY
    1
) AS `t6`
  ON `t4`.`game_id` = `t6`.`game_id`
