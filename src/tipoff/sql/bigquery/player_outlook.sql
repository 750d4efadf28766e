-- picks_are_on_both_sides a31f2af175d74d97 8eeb8ae1ff9ca35b
SELECT
  `t1`.`game_date`,
  `t1`.`prediction_time`,
  `t1`.`over`,
  `t1`.`under`,
  ieee_divide(
    CASE
      WHEN (
        `t1`.`over` IS NOT NULL
      ) AND (
        `t1`.`under` IS NOT NULL
      )
      THEN GREATEST(`t1`.`over`, `t1`.`under`)
      ELSE NULL
    END,
    `t1`.`over` + `t1`.`under`
  ) < 0.95 AS `holds`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`prediction_time`,
    SUM(CASE WHEN `t0`.`recommendation` = 'OVER' THEN 1 ELSE 0 END) AS `over`,
    SUM(CASE WHEN `t0`.`recommendation` = 'UNDER' THEN 1 ELSE 0 END) AS `under`
  FROM `input_player_outlook` AS `t0`
  GROUP BY
    1,
    2
) AS `t1`
WHERE
  (
    `t1`.`over` + `t1`.`under`
  ) >= 10
-- lines_are_like_before 129daa4381b65996 d3291d3d5584b8dd
SELECT
  `t2`.`game_date`,
  `t2`.`with_line`,
  `t2`.`before`,
  `t2`.`with_line` >= (
    `t2`.`before` * 0.5
  ) AS `holds`
FROM (
  SELECT
    `t1`.`game_date`,
    `t1`.`with_line`,
    AVG(`t1`.`with_line`) OVER (ORDER BY `t1`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COUNT(`t1`.`game_date`) OVER (ORDER BY `t1`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`
  FROM (
    SELECT
      `t0`.`game_date`,
      AVG(CASE WHEN `t0`.`line` IS NULL THEN 0.0 ELSE 1.0 END) AS `with_line`
    FROM `input_player_outlook` AS `t0`
    GROUP BY
      1
  ) AS `t1`
) AS `t2`
WHERE
  `t2`.`dates` >= 10
