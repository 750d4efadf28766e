-- rows 16f911de50071076 5e3eb5f231a5be61
SELECT
  *
FROM (
  SELECT
    `t2`.`payload`,
    `t4`.`game_date`,
    `t2`.`period`,
    `t2`.`seconds_left`,
    `t2`.`descriptor`,
    `t2`.`gameId` AS `game_id`,
    `t2`.`actionNumber` AS `number`,
    CASE
      WHEN `t2`.`actionType` IN ('2pt', '3pt')
      THEN 'field_goal'
      WHEN `t2`.`actionType` = 'freethrow'
      THEN 'free_throw'
      ELSE `t2`.`actionType`
    END AS `kind`,
    `t2`.`subType` AS `detail`,
    `t2`.`teamId` AS `team_id`,
    NULLIF(`t2`.`personId`, 0) AS `player_id`,
    CASE
      WHEN `t2`.`actionType` IN ('2pt', '3pt')
      THEN CASE
        WHEN `t2`.`area` IN ('Restricted Area', 'In The Paint (Non-RA)')
        THEN 'paint'
        WHEN `t2`.`area` = 'Mid-Range'
        THEN 'mid_range'
        WHEN `t2`.`area` IN ('Left Corner 3', 'Right Corner 3')
        THEN 'corner_three'
        WHEN `t2`.`area` = 'Above the Break 3'
        THEN 'above_break_three'
        WHEN `t2`.`area` = 'Backcourt'
        THEN 'backcourt'
        ELSE `t2`.`area`
      END
      ELSE NULL
    END AS `zone`,
    CASE
      WHEN `t2`.`actionType` IN ('2pt', '3pt')
      THEN `t2`.`actionType` = '3pt'
      ELSE NULL
    END AS `is_three`,
    `t2`.`shotResult` = 'Made' AS `made`,
    `t2`.`assistPersonId` AS `assist_player_id`,
    `t2`.`blockPersonId` AS `block_player_id`
  FROM `input_play_by_play` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`
    FROM `input_schedule` AS `t1`
  ) AS `t4`
    ON `t2`.`gameId` = `t4`.`game_id`
) AS `t5`
