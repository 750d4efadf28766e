-- picks_are_on_both_sides a31f2af175d74d97 73eba3c53f901230
SELECT
  `t1`.`game_date`,
  `t1`.`prediction_time`,
  `t1`.`over`,
  `t1`.`under`,
  (
    CASE
      WHEN (
        `t1`.`over` IS NOT NULL
      ) AND (
        `t1`.`under` IS NOT NULL
      )
      THEN GREATEST(`t1`.`over`, `t1`.`under`)
      ELSE NULL
    END / (
      `t1`.`over` + `t1`.`under`
    )
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
-- lines_are_like_before 129daa4381b65996 d3bba31f4f2276df
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
    AVG(`t1`.`with_line`) OVER (
      ORDER BY `t1`.`game_date` ASC NULLS LAST
      ROWS BETWEEN 30 PRECEDING AND 1 PRECEDING
    ) AS `before`,
    COUNT(`t1`.`game_date`) OVER (
      ORDER BY `t1`.`game_date` ASC NULLS LAST
      ROWS BETWEEN 30 PRECEDING AND 1 PRECEDING
    ) AS `dates`
  FROM (
    SELECT
      `t0`.`game_date`,
      AVG(CASE WHEN `t0`.`line` IS NULL OR ISNAN(`t0`.`line`) THEN 0.0 ELSE 1.0 END) AS `with_line`
    FROM `input_player_outlook` AS `t0`
    GROUP BY
      1
  ) AS `t1`
) AS `t2`
WHERE
  `t2`.`dates` >= 10
