-- rows 0b7ee4f27ff9618d cb66b928428003f6
SELECT
  *
FROM (
  SELECT
    `t2`.`payload`,
    `t4`.`starts_on`,
    `t2`.`SEASON` AS `season`,
    `t2`.`PERSON_ID` AS `player_id`,
    `t2`.`NAME` AS `player_name`,
    `t2`.`NAME_KEY` AS `name_key`,
    `t2`.`TEAM_ID` AS `team_id`
  FROM `input_player_index` AS `t2`
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
