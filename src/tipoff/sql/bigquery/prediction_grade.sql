-- live_games_are_scheduled 610fa446d954fae6 4f234f260b3f3235
SELECT
  `t6`.`game_date`,
  `t6`.`game_id`,
  COALESCE(`t10`.`there`, FALSE) AS `holds`
FROM (
  SELECT DISTINCT
    `t0`.`game_date`,
    `t0`.`game_id`
  FROM `input_live_prediction` AS `t0`
) AS `t6`
LEFT OUTER JOIN (
  SELECT
    `t8`.`game_date`,
    `t8`.`game_id`,
    TRUE AS `there`
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`
        FROM `input_schedule` AS `t1`
      ) AS `t4`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t2`.`game_date`,
          `t2`.`game_id`
        FROM `input_prediction_grade` AS `t2`
      ) AS `t5`
    ) AS `t7`
  ) AS `t8`
) AS `t10`
  ON `t6`.`game_date` = `t10`.`game_date` AND `t6`.`game_id` = `t10`.`game_id`
