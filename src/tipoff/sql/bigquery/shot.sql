-- rows de9f80879b41d83f 763a2e646e817838
SELECT
  `t0`.`payload`,
  `t0`.`GAME_ID` AS `game_id`,
  `t0`.`GAME_DATE` AS `game_date`,
  `t0`.`PLAYER_ID` AS `player_id`,
  `t0`.`N` AS `number`,
  `t0`.`TEAM_ID` AS `team_id`,
  `t0`.`PERIOD` AS `period`,
  (
    `t0`.`MINUTES_REMAINING` * 60
  ) + `t0`.`SECONDS_REMAINING` AS `seconds_left`,
  CASE
    WHEN `t0`.`SHOT_ZONE_BASIC` IN ('Restricted Area', 'In The Paint (Non-RA)')
    THEN 'paint'
    WHEN `t0`.`SHOT_ZONE_BASIC` = 'Mid-Range'
    THEN 'mid_range'
    WHEN `t0`.`SHOT_ZONE_BASIC` IN ('Left Corner 3', 'Right Corner 3')
    THEN 'corner_three'
    WHEN `t0`.`SHOT_ZONE_BASIC` = 'Above the Break 3'
    THEN 'above_break_three'
    WHEN `t0`.`SHOT_ZONE_BASIC` = 'Backcourt'
    THEN 'backcourt'
    ELSE `t0`.`SHOT_ZONE_BASIC`
  END AS `zone`,
  `t0`.`SHOT_TYPE` = '3PT Field Goal' AS `is_three`,
  `t0`.`SHOT_MADE_FLAG` = 1 AS `made`,
  `t0`.`SHOT_DISTANCE` AS `distance_feet`,
  `t0`.`LOC_X` AS `x`,
  `t0`.`LOC_Y` AS `y`,
  `t0`.`ACTION_TYPE` AS `action`
FROM `input_shot_chart` AS `t0`
