-- rows 57087fd309db7166 1e20382e500fe664
WITH `t3` AS (
  SELECT
    `t2`.`system`,
    `t2`.`information`,
    `t2`.`season`,
    `t2`.`actual`,
    `t2`.`seconds`,
    `t2`.`result`,
    `t2`.`grade`,
    `t2`.`void_reason`,
    `t2`.`mean`,
    `t2`.`median`,
    `t2`.`line`,
    `t2`.`over_price`,
    `t2`.`under_price`,
    `t2`.`captured_at`,
    `t2`.`p_over`,
    `t2`.`pit_low`,
    `t2`.`pit_high`,
    `t2`.`inside`,
    `t2`.`log_score`,
    `t2`.`crps`,
    `t2`.`game_id`,
    `t2`.`game_date`,
    `t2`.`player_id`,
    `t2`.`market`,
    `t2`.`prediction_time`,
    `t2`.`record`,
    `t2`.`compared`,
    MAX(`t2`.`compared`) OVER (
      PARTITION BY `t2`.`game_date`, `t2`.`market`, `t2`.`prediction_time`, `t2`.`information`, `t2`.`record`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `most`
  FROM (
    SELECT
      `t1`.`system`,
      `t1`.`information`,
      `t1`.`season`,
      `t1`.`actual`,
      `t1`.`seconds`,
      `t1`.`result`,
      `t1`.`grade`,
      `t1`.`void_reason`,
      `t1`.`mean`,
      `t1`.`median`,
      `t1`.`line`,
      `t1`.`over_price`,
      `t1`.`under_price`,
      `t1`.`captured_at`,
      `t1`.`p_over`,
      `t1`.`pit_low`,
      `t1`.`pit_high`,
      `t1`.`inside`,
      `t1`.`log_score`,
      `t1`.`crps`,
      `t1`.`game_id`,
      `t1`.`game_date`,
      `t1`.`player_id`,
      `t1`.`market`,
      `t1`.`prediction_time`,
      `t1`.`record`,
      SUM(CAST(`t1`.`system` IN ('lightgbm', 'last_10_mean') AS INT64)) OVER (
        PARTITION BY `t1`.`game_id`, `t1`.`player_id`, `t1`.`market`, `t1`.`prediction_time`, `t1`.`information`, `t1`.`record`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `compared`
    FROM (
      SELECT
        *
      FROM `input_prediction_grade` AS `t0`
      WHERE
        `t0`.`actual` IS NOT NULL
    ) AS `t1`
  ) AS `t2`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`season`,
        'players with a line' AS `population`,
        `t13`.`system`,
        `t13`.`games`,
        `t13`.`at_line`,
        `t13`.`market`,
        `t13`.`prediction_time`,
        `t13`.`information`,
        `t13`.`record`,
        `t13`.`absolute_error`,
        `t13`.`absolute_error_of_mean`,
        `t13`.`error_of_mean`,
        CAST(NULL AS FLOAT64) AS `crps`,
        CAST(NULL AS FLOAT64) AS `log_score`,
        CAST(NULL AS FLOAT64) AS `inside`,
        CAST(NULL AS FLOAT64) AS `log_loss`,
        CAST(NULL AS FLOAT64) AS `brier`,
        CAST(NULL AS INT64) AS `hits`,
        `t13`.`overs`
      FROM (
        SELECT
          `t5`.`game_date`,
          `t5`.`season`,
          `t5`.`market`,
          `t5`.`prediction_time`,
          `t5`.`information`,
          `t5`.`record`,
          `t5`.`system`,
          COUNT(*) AS `games`,
          SUM(CAST(`t5`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
          SUM(CAST(`t5`.`result` = 'OVER' AS INT64)) AS `overs`,
          ieee_divide(
            CAST(SUM(CAST(ROUND(ABS(`t5`.`line` - `t5`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
            1000000000
          ) AS `absolute_error`,
          ieee_divide(
            CAST(SUM(CAST(ROUND(ABS(`t5`.`line` - `t5`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
            1000000000
          ) AS `absolute_error_of_mean`,
          ieee_divide(
            CAST(SUM(CAST(ROUND((
              `t5`.`line` - `t5`.`actual`
            ) * 1000000000, 0) AS INT64)) AS FLOAT64),
            1000000000
          ) AS `error_of_mean`
        FROM (
          SELECT
            'the line' AS `system`,
            `t4`.`information`,
            `t4`.`season`,
            `t4`.`actual`,
            `t4`.`seconds`,
            `t4`.`result`,
            `t4`.`grade`,
            `t4`.`void_reason`,
            `t4`.`mean`,
            `t4`.`median`,
            `t4`.`line`,
            `t4`.`over_price`,
            `t4`.`under_price`,
            `t4`.`captured_at`,
            `t4`.`p_over`,
            `t4`.`pit_low`,
            `t4`.`pit_high`,
            `t4`.`inside`,
            `t4`.`log_score`,
            `t4`.`crps`,
            `t4`.`game_id`,
            `t4`.`game_date`,
            `t4`.`player_id`,
            `t4`.`market`,
            `t4`.`prediction_time`,
            `t4`.`record`,
            `t4`.`compared`,
            `t4`.`most`,
            ieee_divide(
              CASE
                WHEN `t4`.`over_price` < 0
                THEN ieee_divide(-(
                  `t4`.`over_price`
                ), 100 - `t4`.`over_price`)
                ELSE ieee_divide(100, `t4`.`over_price` + 100)
              END,
              CASE
                WHEN `t4`.`over_price` < 0
                THEN ieee_divide(-(
                  `t4`.`over_price`
                ), 100 - `t4`.`over_price`)
                ELSE ieee_divide(100, `t4`.`over_price` + 100)
              END + CASE
                WHEN `t4`.`under_price` < 0
                THEN ieee_divide(-(
                  `t4`.`under_price`
                ), 100 - `t4`.`under_price`)
                ELSE ieee_divide(100, `t4`.`under_price` + 100)
              END
            ) AS `market_over`
          FROM `t3` AS `t4`
          WHERE
            `t4`.`compared` = `t4`.`most`
            AND `t4`.`system` = 'last_10_mean'
            AND `t4`.`line` IS NOT NULL
        ) AS `t5`
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7
      ) AS `t13`
    ) AS `t14`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t21`.`game_date`,
        `t21`.`season`,
        'players with both prices' AS `population`,
        `t21`.`system`,
        `t21`.`games`,
        `t21`.`at_line`,
        `t21`.`market`,
        `t21`.`prediction_time`,
        `t21`.`information`,
        `t21`.`record`,
        CAST(NULL AS FLOAT64) AS `absolute_error`,
        CAST(NULL AS FLOAT64) AS `absolute_error_of_mean`,
        CAST(NULL AS FLOAT64) AS `error_of_mean`,
        CAST(NULL AS FLOAT64) AS `crps`,
        CAST(NULL AS FLOAT64) AS `log_score`,
        CAST(NULL AS FLOAT64) AS `inside`,
        `t21`.`log_loss`,
        `t21`.`brier`,
        `t21`.`hits`,
        `t21`.`overs`
      FROM (
        SELECT
          `t11`.`game_date`,
          `t11`.`season`,
          `t11`.`market`,
          `t11`.`prediction_time`,
          `t11`.`information`,
          `t11`.`record`,
          `t11`.`system`,
          COUNT(*) AS `games`,
          SUM(CAST(`t11`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
          SUM(CAST(`t11`.`result` = 'OVER' AS INT64)) AS `overs`,
          ieee_divide(
            CAST(SUM(
              CAST(ROUND(
                -(
                  LN(
                    CASE
                      WHEN CASE
                        WHEN CASE
                          WHEN `t11`.`result` = 'OVER'
                          THEN 1.0
                          WHEN `t11`.`result` = 'UNDER'
                          THEN 0.0
                          ELSE NULL
                        END = 1
                        THEN `t11`.`market_over`
                        WHEN CASE
                          WHEN `t11`.`result` = 'OVER'
                          THEN 1.0
                          WHEN `t11`.`result` = 'UNDER'
                          THEN 0.0
                          ELSE NULL
                        END = 0
                        THEN 1 - `t11`.`market_over`
                        ELSE NULL
                      END < 1e-06
                      THEN 1e-06
                      ELSE CASE
                        WHEN CASE
                          WHEN CASE
                            WHEN `t11`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t11`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 1
                          THEN `t11`.`market_over`
                          WHEN CASE
                            WHEN `t11`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t11`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 0
                          THEN 1 - `t11`.`market_over`
                          ELSE NULL
                        END IS NOT NULL
                        THEN LEAST(
                          CASE
                            WHEN CASE
                              WHEN `t11`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t11`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 1
                            THEN `t11`.`market_over`
                            WHEN CASE
                              WHEN `t11`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t11`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 0
                            THEN 1 - `t11`.`market_over`
                            ELSE NULL
                          END,
                          1.0
                        )
                        ELSE NULL
                      END
                    END
                  )
                ) * 1000000000,
                0
              ) AS INT64)
            ) AS FLOAT64),
            1000000000
          ) AS `log_loss`,
          ieee_divide(
            CAST(SUM(
              CAST(ROUND(
                (
                  `t11`.`market_over` - CASE
                    WHEN `t11`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t11`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END
                ) * (
                  `t11`.`market_over` - CASE
                    WHEN `t11`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t11`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END
                ) * 1000000000,
                0
              ) AS INT64)
            ) AS FLOAT64),
            1000000000
          ) AS `brier`,
          SUM(
            CASE
              WHEN CASE
                WHEN `t11`.`result` = 'OVER'
                THEN 1.0
                WHEN `t11`.`result` = 'UNDER'
                THEN 0.0
                ELSE NULL
              END IS NOT NULL
              THEN CAST((
                `t11`.`market_over` >= 0.5
              ) = (
                CASE
                  WHEN `t11`.`result` = 'OVER'
                  THEN 1.0
                  WHEN `t11`.`result` = 'UNDER'
                  THEN 0.0
                  ELSE NULL
                END = 1
              ) AS INT64)
              ELSE NULL
            END
          ) AS `hits`
        FROM (
          SELECT
            'no-vig market' AS `system`,
            `t6`.`information`,
            `t6`.`season`,
            `t6`.`actual`,
            `t6`.`seconds`,
            `t6`.`result`,
            `t6`.`grade`,
            `t6`.`void_reason`,
            `t6`.`mean`,
            `t6`.`median`,
            `t6`.`line`,
            `t6`.`over_price`,
            `t6`.`under_price`,
            `t6`.`captured_at`,
            `t6`.`p_over`,
            `t6`.`pit_low`,
            `t6`.`pit_high`,
            `t6`.`inside`,
            `t6`.`log_score`,
            `t6`.`crps`,
            `t6`.`game_id`,
            `t6`.`game_date`,
            `t6`.`player_id`,
            `t6`.`market`,
            `t6`.`prediction_time`,
            `t6`.`record`,
            `t6`.`compared`,
            `t6`.`most`,
            `t6`.`market_over`
          FROM (
            SELECT
              `t4`.`system`,
              `t4`.`information`,
              `t4`.`season`,
              `t4`.`actual`,
              `t4`.`seconds`,
              `t4`.`result`,
              `t4`.`grade`,
              `t4`.`void_reason`,
              `t4`.`mean`,
              `t4`.`median`,
              `t4`.`line`,
              `t4`.`over_price`,
              `t4`.`under_price`,
              `t4`.`captured_at`,
              `t4`.`p_over`,
              `t4`.`pit_low`,
              `t4`.`pit_high`,
              `t4`.`inside`,
              `t4`.`log_score`,
              `t4`.`crps`,
              `t4`.`game_id`,
              `t4`.`game_date`,
              `t4`.`player_id`,
              `t4`.`market`,
              `t4`.`prediction_time`,
              `t4`.`record`,
              `t4`.`compared`,
              `t4`.`most`,
              ieee_divide(
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END,
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END + CASE
                  WHEN `t4`.`under_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`under_price`
                  ), 100 - `t4`.`under_price`)
                  ELSE ieee_divide(100, `t4`.`under_price` + 100)
                END
              ) AS `market_over`
            FROM `t3` AS `t4`
            WHERE
              `t4`.`compared` = `t4`.`most` AND `t4`.`system` = 'last_10_mean'
          ) AS `t6`
          WHERE
            `t6`.`line` IS NOT NULL AND `t6`.`market_over` IS NOT NULL
        ) AS `t11`
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7
      ) AS `t21`
    ) AS `t24`
  ) AS `t26`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t15`.`game_date`,
          `t15`.`season`,
          'all who played' AS `population`,
          `t15`.`system`,
          `t15`.`games`,
          `t15`.`at_line`,
          `t15`.`market`,
          `t15`.`prediction_time`,
          `t15`.`information`,
          `t15`.`record`,
          `t15`.`absolute_error`,
          `t15`.`absolute_error_of_mean`,
          `t15`.`error_of_mean`,
          `t15`.`crps`,
          `t15`.`log_score`,
          `t15`.`inside`,
          `t15`.`log_loss`,
          `t15`.`brier`,
          `t15`.`hits`,
          `t15`.`overs`
        FROM (
          SELECT
            `t7`.`game_date`,
            `t7`.`season`,
            `t7`.`market`,
            `t7`.`prediction_time`,
            `t7`.`information`,
            `t7`.`record`,
            `t7`.`system`,
            COUNT(*) AS `games`,
            SUM(CAST(`t7`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
            SUM(CAST(`t7`.`result` = 'OVER' AS INT64)) AS `overs`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t7`.`median` - `t7`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t7`.`mean` - `t7`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND((
                `t7`.`mean` - `t7`.`actual`
              ) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t7`.`crps` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `crps`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t7`.`log_score` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `log_score`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t7`.`inside` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `inside`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  -(
                    LN(
                      CASE
                        WHEN CASE
                          WHEN CASE
                            WHEN `t7`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t7`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 1
                          THEN `t7`.`p_over`
                          WHEN CASE
                            WHEN `t7`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t7`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 0
                          THEN 1 - `t7`.`p_over`
                          ELSE NULL
                        END < 1e-06
                        THEN 1e-06
                        ELSE CASE
                          WHEN CASE
                            WHEN CASE
                              WHEN `t7`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t7`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 1
                            THEN `t7`.`p_over`
                            WHEN CASE
                              WHEN `t7`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t7`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 0
                            THEN 1 - `t7`.`p_over`
                            ELSE NULL
                          END IS NOT NULL
                          THEN LEAST(
                            CASE
                              WHEN CASE
                                WHEN `t7`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t7`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 1
                              THEN `t7`.`p_over`
                              WHEN CASE
                                WHEN `t7`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t7`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 0
                              THEN 1 - `t7`.`p_over`
                              ELSE NULL
                            END,
                            1.0
                          )
                          ELSE NULL
                        END
                      END
                    )
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `log_loss`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  (
                    `t7`.`p_over` - CASE
                      WHEN `t7`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t7`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * (
                    `t7`.`p_over` - CASE
                      WHEN `t7`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t7`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `brier`,
            SUM(
              CASE
                WHEN CASE
                  WHEN `t7`.`result` = 'OVER'
                  THEN 1.0
                  WHEN `t7`.`result` = 'UNDER'
                  THEN 0.0
                  ELSE NULL
                END IS NOT NULL
                THEN CAST((
                  `t7`.`p_over` >= 0.5
                ) = (
                  CASE
                    WHEN `t7`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t7`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END = 1
                ) AS INT64)
                ELSE NULL
              END
            ) AS `hits`
          FROM (
            SELECT
              `t4`.`system`,
              `t4`.`information`,
              `t4`.`season`,
              `t4`.`actual`,
              `t4`.`seconds`,
              `t4`.`result`,
              `t4`.`grade`,
              `t4`.`void_reason`,
              `t4`.`mean`,
              `t4`.`median`,
              `t4`.`line`,
              `t4`.`over_price`,
              `t4`.`under_price`,
              `t4`.`captured_at`,
              `t4`.`p_over`,
              `t4`.`pit_low`,
              `t4`.`pit_high`,
              `t4`.`inside`,
              `t4`.`log_score`,
              `t4`.`crps`,
              `t4`.`game_id`,
              `t4`.`game_date`,
              `t4`.`player_id`,
              `t4`.`market`,
              `t4`.`prediction_time`,
              `t4`.`record`,
              `t4`.`compared`,
              `t4`.`most`,
              ieee_divide(
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END,
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END + CASE
                  WHEN `t4`.`under_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`under_price`
                  ), 100 - `t4`.`under_price`)
                  ELSE ieee_divide(100, `t4`.`under_price` + 100)
                END
              ) AS `market_over`
            FROM `t3` AS `t4`
            WHERE
              `t4`.`compared` = `t4`.`most` AND `t4`.`actual` IS NOT NULL
          ) AS `t7`
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6,
            7
        ) AS `t15`
      ) AS `t18`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t16`.`game_date`,
          `t16`.`season`,
          'rotation, 20 minutes or more' AS `population`,
          `t16`.`system`,
          `t16`.`games`,
          `t16`.`at_line`,
          `t16`.`market`,
          `t16`.`prediction_time`,
          `t16`.`information`,
          `t16`.`record`,
          `t16`.`absolute_error`,
          `t16`.`absolute_error_of_mean`,
          `t16`.`error_of_mean`,
          `t16`.`crps`,
          `t16`.`log_score`,
          `t16`.`inside`,
          `t16`.`log_loss`,
          `t16`.`brier`,
          `t16`.`hits`,
          `t16`.`overs`
        FROM (
          SELECT
            `t8`.`game_date`,
            `t8`.`season`,
            `t8`.`market`,
            `t8`.`prediction_time`,
            `t8`.`information`,
            `t8`.`record`,
            `t8`.`system`,
            COUNT(*) AS `games`,
            SUM(CAST(`t8`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
            SUM(CAST(`t8`.`result` = 'OVER' AS INT64)) AS `overs`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t8`.`median` - `t8`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t8`.`mean` - `t8`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND((
                `t8`.`mean` - `t8`.`actual`
              ) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t8`.`crps` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `crps`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t8`.`log_score` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `log_score`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t8`.`inside` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `inside`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  -(
                    LN(
                      CASE
                        WHEN CASE
                          WHEN CASE
                            WHEN `t8`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t8`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 1
                          THEN `t8`.`p_over`
                          WHEN CASE
                            WHEN `t8`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t8`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 0
                          THEN 1 - `t8`.`p_over`
                          ELSE NULL
                        END < 1e-06
                        THEN 1e-06
                        ELSE CASE
                          WHEN CASE
                            WHEN CASE
                              WHEN `t8`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t8`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 1
                            THEN `t8`.`p_over`
                            WHEN CASE
                              WHEN `t8`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t8`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 0
                            THEN 1 - `t8`.`p_over`
                            ELSE NULL
                          END IS NOT NULL
                          THEN LEAST(
                            CASE
                              WHEN CASE
                                WHEN `t8`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t8`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 1
                              THEN `t8`.`p_over`
                              WHEN CASE
                                WHEN `t8`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t8`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 0
                              THEN 1 - `t8`.`p_over`
                              ELSE NULL
                            END,
                            1.0
                          )
                          ELSE NULL
                        END
                      END
                    )
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `log_loss`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  (
                    `t8`.`p_over` - CASE
                      WHEN `t8`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t8`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * (
                    `t8`.`p_over` - CASE
                      WHEN `t8`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t8`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `brier`,
            SUM(
              CASE
                WHEN CASE
                  WHEN `t8`.`result` = 'OVER'
                  THEN 1.0
                  WHEN `t8`.`result` = 'UNDER'
                  THEN 0.0
                  ELSE NULL
                END IS NOT NULL
                THEN CAST((
                  `t8`.`p_over` >= 0.5
                ) = (
                  CASE
                    WHEN `t8`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t8`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END = 1
                ) AS INT64)
                ELSE NULL
              END
            ) AS `hits`
          FROM (
            SELECT
              `t4`.`system`,
              `t4`.`information`,
              `t4`.`season`,
              `t4`.`actual`,
              `t4`.`seconds`,
              `t4`.`result`,
              `t4`.`grade`,
              `t4`.`void_reason`,
              `t4`.`mean`,
              `t4`.`median`,
              `t4`.`line`,
              `t4`.`over_price`,
              `t4`.`under_price`,
              `t4`.`captured_at`,
              `t4`.`p_over`,
              `t4`.`pit_low`,
              `t4`.`pit_high`,
              `t4`.`inside`,
              `t4`.`log_score`,
              `t4`.`crps`,
              `t4`.`game_id`,
              `t4`.`game_date`,
              `t4`.`player_id`,
              `t4`.`market`,
              `t4`.`prediction_time`,
              `t4`.`record`,
              `t4`.`compared`,
              `t4`.`most`,
              ieee_divide(
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END,
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END + CASE
                  WHEN `t4`.`under_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`under_price`
                  ), 100 - `t4`.`under_price`)
                  ELSE ieee_divide(100, `t4`.`under_price` + 100)
                END
              ) AS `market_over`
            FROM `t3` AS `t4`
            WHERE
              `t4`.`compared` = `t4`.`most` AND `t4`.`seconds` >= 1200
          ) AS `t8`
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6,
            7
        ) AS `t16`
      ) AS `t19`
    ) AS `t22`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t17`.`game_date`,
          `t17`.`season`,
          'players with a line' AS `population`,
          `t17`.`system`,
          `t17`.`games`,
          `t17`.`at_line`,
          `t17`.`market`,
          `t17`.`prediction_time`,
          `t17`.`information`,
          `t17`.`record`,
          `t17`.`absolute_error`,
          `t17`.`absolute_error_of_mean`,
          `t17`.`error_of_mean`,
          `t17`.`crps`,
          `t17`.`log_score`,
          `t17`.`inside`,
          `t17`.`log_loss`,
          `t17`.`brier`,
          `t17`.`hits`,
          `t17`.`overs`
        FROM (
          SELECT
            `t9`.`game_date`,
            `t9`.`season`,
            `t9`.`market`,
            `t9`.`prediction_time`,
            `t9`.`information`,
            `t9`.`record`,
            `t9`.`system`,
            COUNT(*) AS `games`,
            SUM(CAST(`t9`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
            SUM(CAST(`t9`.`result` = 'OVER' AS INT64)) AS `overs`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t9`.`median` - `t9`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t9`.`mean` - `t9`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND((
                `t9`.`mean` - `t9`.`actual`
              ) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t9`.`crps` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `crps`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t9`.`log_score` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `log_score`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t9`.`inside` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `inside`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  -(
                    LN(
                      CASE
                        WHEN CASE
                          WHEN CASE
                            WHEN `t9`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t9`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 1
                          THEN `t9`.`p_over`
                          WHEN CASE
                            WHEN `t9`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t9`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 0
                          THEN 1 - `t9`.`p_over`
                          ELSE NULL
                        END < 1e-06
                        THEN 1e-06
                        ELSE CASE
                          WHEN CASE
                            WHEN CASE
                              WHEN `t9`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t9`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 1
                            THEN `t9`.`p_over`
                            WHEN CASE
                              WHEN `t9`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t9`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 0
                            THEN 1 - `t9`.`p_over`
                            ELSE NULL
                          END IS NOT NULL
                          THEN LEAST(
                            CASE
                              WHEN CASE
                                WHEN `t9`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t9`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 1
                              THEN `t9`.`p_over`
                              WHEN CASE
                                WHEN `t9`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t9`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 0
                              THEN 1 - `t9`.`p_over`
                              ELSE NULL
                            END,
                            1.0
                          )
                          ELSE NULL
                        END
                      END
                    )
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `log_loss`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  (
                    `t9`.`p_over` - CASE
                      WHEN `t9`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t9`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * (
                    `t9`.`p_over` - CASE
                      WHEN `t9`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t9`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `brier`,
            SUM(
              CASE
                WHEN CASE
                  WHEN `t9`.`result` = 'OVER'
                  THEN 1.0
                  WHEN `t9`.`result` = 'UNDER'
                  THEN 0.0
                  ELSE NULL
                END IS NOT NULL
                THEN CAST((
                  `t9`.`p_over` >= 0.5
                ) = (
                  CASE
                    WHEN `t9`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t9`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END = 1
                ) AS INT64)
                ELSE NULL
              END
            ) AS `hits`
          FROM (
            SELECT
              `t4`.`system`,
              `t4`.`information`,
              `t4`.`season`,
              `t4`.`actual`,
              `t4`.`seconds`,
              `t4`.`result`,
              `t4`.`grade`,
              `t4`.`void_reason`,
              `t4`.`mean`,
              `t4`.`median`,
              `t4`.`line`,
              `t4`.`over_price`,
              `t4`.`under_price`,
              `t4`.`captured_at`,
              `t4`.`p_over`,
              `t4`.`pit_low`,
              `t4`.`pit_high`,
              `t4`.`inside`,
              `t4`.`log_score`,
              `t4`.`crps`,
              `t4`.`game_id`,
              `t4`.`game_date`,
              `t4`.`player_id`,
              `t4`.`market`,
              `t4`.`prediction_time`,
              `t4`.`record`,
              `t4`.`compared`,
              `t4`.`most`,
              ieee_divide(
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END,
                CASE
                  WHEN `t4`.`over_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`over_price`
                  ), 100 - `t4`.`over_price`)
                  ELSE ieee_divide(100, `t4`.`over_price` + 100)
                END + CASE
                  WHEN `t4`.`under_price` < 0
                  THEN ieee_divide(-(
                    `t4`.`under_price`
                  ), 100 - `t4`.`under_price`)
                  ELSE ieee_divide(100, `t4`.`under_price` + 100)
                END
              ) AS `market_over`
            FROM `t3` AS `t4`
            WHERE
              `t4`.`compared` = `t4`.`most` AND `t4`.`line` IS NOT NULL
          ) AS `t9`
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6,
            7
        ) AS `t17`
      ) AS `t20`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t23`.`game_date`,
          `t23`.`season`,
          'players with both prices' AS `population`,
          `t23`.`system`,
          `t23`.`games`,
          `t23`.`at_line`,
          `t23`.`market`,
          `t23`.`prediction_time`,
          `t23`.`information`,
          `t23`.`record`,
          `t23`.`absolute_error`,
          `t23`.`absolute_error_of_mean`,
          `t23`.`error_of_mean`,
          `t23`.`crps`,
          `t23`.`log_score`,
          `t23`.`inside`,
          `t23`.`log_loss`,
          `t23`.`brier`,
          `t23`.`hits`,
          `t23`.`overs`
        FROM (
          SELECT
            `t12`.`game_date`,
            `t12`.`season`,
            `t12`.`market`,
            `t12`.`prediction_time`,
            `t12`.`information`,
            `t12`.`record`,
            `t12`.`system`,
            COUNT(*) AS `games`,
            SUM(CAST(`t12`.`result` IN ('OVER', 'UNDER') AS INT64)) AS `at_line`,
            SUM(CAST(`t12`.`result` = 'OVER' AS INT64)) AS `overs`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t12`.`median` - `t12`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(ABS(`t12`.`mean` - `t12`.`actual`) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `absolute_error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND((
                `t12`.`mean` - `t12`.`actual`
              ) * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `error_of_mean`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t12`.`crps` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `crps`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t12`.`log_score` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `log_score`,
            ieee_divide(
              CAST(SUM(CAST(ROUND(`t12`.`inside` * 1000000000, 0) AS INT64)) AS FLOAT64),
              1000000000
            ) AS `inside`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  -(
                    LN(
                      CASE
                        WHEN CASE
                          WHEN CASE
                            WHEN `t12`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t12`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 1
                          THEN `t12`.`p_over`
                          WHEN CASE
                            WHEN `t12`.`result` = 'OVER'
                            THEN 1.0
                            WHEN `t12`.`result` = 'UNDER'
                            THEN 0.0
                            ELSE NULL
                          END = 0
                          THEN 1 - `t12`.`p_over`
                          ELSE NULL
                        END < 1e-06
                        THEN 1e-06
                        ELSE CASE
                          WHEN CASE
                            WHEN CASE
                              WHEN `t12`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t12`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 1
                            THEN `t12`.`p_over`
                            WHEN CASE
                              WHEN `t12`.`result` = 'OVER'
                              THEN 1.0
                              WHEN `t12`.`result` = 'UNDER'
                              THEN 0.0
                              ELSE NULL
                            END = 0
                            THEN 1 - `t12`.`p_over`
                            ELSE NULL
                          END IS NOT NULL
                          THEN LEAST(
                            CASE
                              WHEN CASE
                                WHEN `t12`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t12`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 1
                              THEN `t12`.`p_over`
                              WHEN CASE
                                WHEN `t12`.`result` = 'OVER'
                                THEN 1.0
                                WHEN `t12`.`result` = 'UNDER'
                                THEN 0.0
                                ELSE NULL
                              END = 0
                              THEN 1 - `t12`.`p_over`
                              ELSE NULL
                            END,
                            1.0
                          )
                          ELSE NULL
                        END
                      END
                    )
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `log_loss`,
            ieee_divide(
              CAST(SUM(
                CAST(ROUND(
                  (
                    `t12`.`p_over` - CASE
                      WHEN `t12`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t12`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * (
                    `t12`.`p_over` - CASE
                      WHEN `t12`.`result` = 'OVER'
                      THEN 1.0
                      WHEN `t12`.`result` = 'UNDER'
                      THEN 0.0
                      ELSE NULL
                    END
                  ) * 1000000000,
                  0
                ) AS INT64)
              ) AS FLOAT64),
              1000000000
            ) AS `brier`,
            SUM(
              CASE
                WHEN CASE
                  WHEN `t12`.`result` = 'OVER'
                  THEN 1.0
                  WHEN `t12`.`result` = 'UNDER'
                  THEN 0.0
                  ELSE NULL
                END IS NOT NULL
                THEN CAST((
                  `t12`.`p_over` >= 0.5
                ) = (
                  CASE
                    WHEN `t12`.`result` = 'OVER'
                    THEN 1.0
                    WHEN `t12`.`result` = 'UNDER'
                    THEN 0.0
                    ELSE NULL
                  END = 1
                ) AS INT64)
                ELSE NULL
              END
            ) AS `hits`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t4`.`system`,
                `t4`.`information`,
                `t4`.`season`,
                `t4`.`actual`,
                `t4`.`seconds`,
                `t4`.`result`,
                `t4`.`grade`,
                `t4`.`void_reason`,
                `t4`.`mean`,
                `t4`.`median`,
                `t4`.`line`,
                `t4`.`over_price`,
                `t4`.`under_price`,
                `t4`.`captured_at`,
                `t4`.`p_over`,
                `t4`.`pit_low`,
                `t4`.`pit_high`,
                `t4`.`inside`,
                `t4`.`log_score`,
                `t4`.`crps`,
                `t4`.`game_id`,
                `t4`.`game_date`,
                `t4`.`player_id`,
                `t4`.`market`,
                `t4`.`prediction_time`,
                `t4`.`record`,
                `t4`.`compared`,
                `t4`.`most`,
                ieee_divide(
                  CASE
                    WHEN `t4`.`over_price` < 0
                    THEN ieee_divide(-(
                      `t4`.`over_price`
                    ), 100 - `t4`.`over_price`)
                    ELSE ieee_divide(100, `t4`.`over_price` + 100)
                  END,
                  CASE
                    WHEN `t4`.`over_price` < 0
                    THEN ieee_divide(-(
                      `t4`.`over_price`
                    ), 100 - `t4`.`over_price`)
                    ELSE ieee_divide(100, `t4`.`over_price` + 100)
                  END + CASE
                    WHEN `t4`.`under_price` < 0
                    THEN ieee_divide(-(
                      `t4`.`under_price`
                    ), 100 - `t4`.`under_price`)
                    ELSE ieee_divide(100, `t4`.`under_price` + 100)
                  END
                ) AS `market_over`
              FROM `t3` AS `t4`
              WHERE
                `t4`.`compared` = `t4`.`most`
            ) AS `t10`
            WHERE
              `t10`.`line` IS NOT NULL AND `t10`.`market_over` IS NOT NULL
          ) AS `t12`
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6,
            7
        ) AS `t23`
      ) AS `t25`
    ) AS `t27`
  ) AS `t28`
) AS `t29`
