-- rows f25703a4e9a452cb 2026c7a8d3b771ce
SELECT
  *
FROM (
  SELECT
    `t2`.`payload`,
    `t4`.`starts_on`,
    `t2`.`SEASON` AS `season`,
    `t2`.`TeamID` AS `team_id`,
    `t2`.`PLAYER_ID` AS `player_id`,
    `t2`.`PLAYER` AS `player_name`,
    `t2`.`NAME_KEY` AS `name_key`,
    `t2`.`POSITION` AS `position`,
    `t2`.`BIRTH_DATE` AS `birth_date`
  FROM `input_team_roster` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`season`,
      MIN(`t1`.`game_date`) AS `starts_on`
    FROM `input_schedule` AS `t1`
    GROUP BY
      1
  ) AS `t4`
    ON `t4`.`season` = `t2`.`SEASON`
) AS `t5`
