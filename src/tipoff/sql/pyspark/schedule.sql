-- rows 754f0d88e903ccf7 1a69255ad336c19f
SELECT
  `t0`.`payload`,
  `t0`.`gameId` AS `game_id`,
  `t0`.`gameDate` AS `game_date`,
  `t0`.`season`,
  `t0`.`gameDateTimeUTC` AS `tip_at`,
  `t0`.`gameStatus` AS `status`,
  `t0`.`gameStatus` = 3 AS `is_final`,
  `t0`.`homeTeamId` AS `home_team_id`,
  `t0`.`homeTeamName` AS `home_team_name`,
  `t0`.`homeTeamTricode` AS `home_team_code`,
  `t0`.`awayTeamId` AS `away_team_id`,
  `t0`.`awayTeamName` AS `away_team_name`,
  `t0`.`awayTeamTricode` AS `away_team_code`,
  `t0`.`homePoints` AS `home_points`,
  `t0`.`awayPoints` AS `away_points`,
  `t0`.`arenaName` AS `arena`,
  (
    `t0`.`gameDateTimeUTC` >= (
      CAST(`t0`.`gameDate` AS TIMESTAMP) + INTERVAL '14400' SECOND
    )
  )
  AND (
    `t0`.`gameDateTimeUTC` <= (
      CAST(`t0`.`gameDate` AS TIMESTAMP) + INTERVAL '1' DAY + INTERVAL '36000' SECOND
    )
  ) AS `_rule_tip_is_of_the_date`
FROM `input_league_schedule` AS `t0`
-- teams_play_once_a_date 276a8226dbc8d60a 841f7c0081afd8ae
SELECT
  `t4`.`game_date`,
  `t4`.`team_id`,
  `t4`.`games`,
  `t4`.`games` = 1 AS `holds`
FROM (
  SELECT
    `t3`.`game_date`,
    `t3`.`team_id`,
    COUNT(*) AS `games`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`home_team_id` AS `team_id`
      FROM `input_schedule` AS `t0`
    ) AS `t1`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`away_team_id` AS `team_id`
      FROM `input_schedule` AS `t0`
    ) AS `t2`
  ) AS `t3`
  GROUP BY
    1,
    2
) AS `t4`
