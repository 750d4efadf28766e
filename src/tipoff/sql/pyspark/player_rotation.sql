-- rows e4e5fd348da05ee7 8cfb3aede6d48244
SELECT
  `t7`.`payload`,
  `t7`.`game_date`,
  `t7`.`game_id`,
  `t7`.`player_id`,
  `t7`.`player_name`,
  `t7`.`name_key`,
  `t7`.`team_id`,
  `t7`.`starter`,
  `t7`.`seconds`,
  `t7`.`comment`,
  `t7`.`source`,
  CONCAT_WS(', ', `t7`.`game_id`, CAST(`t7`.`team_id` AS STRING)) IN (
    SELECT
      CONCAT_WS(', ', `t1`.`game_id`, CAST(`t1`.`home_team_id` AS STRING)) AS `StringJoin((game_id, Cast(home_team_id, string)), ', ')`
    FROM `input_schedule` AS `t1`
  )
  OR CONCAT_WS(', ', `t7`.`game_id`, CAST(`t7`.`team_id` AS STRING)) IN (
    SELECT
      CONCAT_WS(', ', `t1`.`game_id`, CAST(`t1`.`away_team_id` AS STRING)) AS `StringJoin((game_id, Cast(away_team_id, string)), ', ')`
    FROM `input_schedule` AS `t1`
  ) AS `_rule_team_plays_in_game`
FROM (
  SELECT
    `t2`.`payload`,
    `t4`.`game_date`,
    `t2`.`gameId` AS `game_id`,
    `t2`.`personId` AS `player_id`,
    `t2`.`playerName` AS `player_name`,
    `t2`.`nameKey` AS `name_key`,
    `t2`.`teamId` AS `team_id`,
    `t2`.`starter`,
    `t2`.`seconds`,
    `t2`.`comment`,
    `t2`.`source`
  FROM `input_box_score_rotation` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`
    FROM `input_schedule` AS `t1`
  ) AS `t4`
    ON `t2`.`gameId` = `t4`.`game_id`
) AS `t7`
-- seconds_are_whole_periods 9ca6023d3a59a93b f2ea202f1a36005c
SELECT
  `t3`.`game_date`,
  `t3`.`game_id`,
  `t3`.`team_id`,
  `t3`.`seconds`,
  `t3`.`holds`
FROM (
  SELECT
    `t2`.`game_date`,
    `t2`.`game_id`,
    `t2`.`team_id`,
    `t2`.`seconds`,
    `t2`.`good`,
    COALESCE(`t2`.`good`, FALSE)
    OR (
      AVG(CASE WHEN `t2`.`good` THEN 0 ELSE 1 END) OVER (
        PARTITION BY `t2`.`game_date`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) <= 0.02
    ) AS `holds`
  FROM (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`team_id`,
      `t1`.`seconds`,
      ABS(
        (
          `t1`.`seconds` - 14400
        ) - (
          CAST(ROUND((
            `t1`.`seconds` - 14400
          ) / 1500, 0) AS BIGINT) * 1500
        )
      ) <= 60 AS `good`
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`team_id`,
        SUM(`t0`.`seconds`) AS `seconds`
      FROM `input_player_rotation` AS `t0`
      GROUP BY
        1,
        2,
        3
    ) AS `t1`
  ) AS `t2`
) AS `t3`
