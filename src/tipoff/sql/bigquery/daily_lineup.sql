-- rows 45355589772f29c7 a7984ac898d37f2c
SELECT
  `t7`.`payload`,
  `t7`.`game_date`,
  `t7`.`position`,
  `t7`.`game_id`,
  `t7`.`player_id`,
  `t7`.`captured_at`,
  `t7`.`player_name`,
  `t7`.`name_key`,
  `t7`.`team_id`,
  `t7`.`lineup_status`,
  `t7`.`starter`,
  `t7`.`roster_status`,
  ARRAY_TO_STRING([`t7`.`game_id`, CAST(`t7`.`team_id` AS STRING)], ', ') IN (
    SELECT
      ARRAY_TO_STRING([`t1`.`game_id`, CAST(`t1`.`home_team_id` AS STRING)], ', ') AS `StringJoin_game_id_Cast_home_team_id_string_'_'`
    FROM `input_schedule` AS `t1`
  )
  OR ARRAY_TO_STRING([`t7`.`game_id`, CAST(`t7`.`team_id` AS STRING)], ', ') IN (
    SELECT
      ARRAY_TO_STRING([`t1`.`game_id`, CAST(`t1`.`away_team_id` AS STRING)], ', ') AS `StringJoin_game_id_Cast_away_team_id_string_'_'`
    FROM `input_schedule` AS `t1`
  ) AS `_rule_team_plays_in_game`
FROM (
  SELECT
    `t2`.`payload`,
    `t4`.`game_date`,
    `t2`.`position`,
    `t2`.`gameId` AS `game_id`,
    `t2`.`personId` AS `player_id`,
    `t2`.`capturedAt` AS `captured_at`,
    `t2`.`playerName` AS `player_name`,
    `t2`.`nameKey` AS `name_key`,
    `t2`.`teamId` AS `team_id`,
    `t2`.`lineupStatus` AS `lineup_status`,
    `t2`.`position` IS NOT NULL AS `starter`,
    `t2`.`rosterStatus` AS `roster_status`
  FROM `input_lineup_snapshot` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`
    FROM `input_schedule` AS `t1`
  ) AS `t4`
    ON `t4`.`game_id` = `t2`.`gameId`
) AS `t7`
