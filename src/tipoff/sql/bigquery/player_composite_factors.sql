-- rows ed26aca2efaf49d1 8b4bb8076e6aa57c
SELECT
  `t34`.`game_id`,
  `t34`.`game_date`,
  `t34`.`player_id`,
  `t34`.`age_years`,
  CAST(CASE
    WHEN CASE
      WHEN (
        100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
          WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
          THEN -8
          ELSE 0
        END + CASE
          WHEN `t34`.`back_to_backs_last_14_days` >= 2
          THEN -12
          WHEN `t34`.`back_to_backs_last_14_days` = 1
          THEN -5
          ELSE 0
        END + CASE
          WHEN `t34`.`age_years` >= 35
          THEN -10
          WHEN `t34`.`age_years` >= 30
          THEN -5
          ELSE 0
        END
      ) IS NOT NULL
      THEN GREATEST(
        100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
          WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
          THEN -8
          ELSE 0
        END + CASE
          WHEN `t34`.`back_to_backs_last_14_days` >= 2
          THEN -12
          WHEN `t34`.`back_to_backs_last_14_days` = 1
          THEN -5
          ELSE 0
        END + CASE
          WHEN `t34`.`age_years` >= 35
          THEN -10
          WHEN `t34`.`age_years` >= 30
          THEN -5
          ELSE 0
        END,
        0
      )
      ELSE NULL
    END IS NOT NULL
    THEN LEAST(
      CASE
        WHEN (
          100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
            WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
            THEN -8
            ELSE 0
          END + CASE
            WHEN `t34`.`back_to_backs_last_14_days` >= 2
            THEN -12
            WHEN `t34`.`back_to_backs_last_14_days` = 1
            THEN -5
            ELSE 0
          END + CASE
            WHEN `t34`.`age_years` >= 35
            THEN -10
            WHEN `t34`.`age_years` >= 30
            THEN -5
            ELSE 0
          END
        ) IS NOT NULL
        THEN GREATEST(
          100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
            WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
            THEN -8
            ELSE 0
          END + CASE
            WHEN `t34`.`back_to_backs_last_14_days` >= 2
            THEN -12
            WHEN `t34`.`back_to_backs_last_14_days` = 1
            THEN -5
            ELSE 0
          END + CASE
            WHEN `t34`.`age_years` >= 35
            THEN -10
            WHEN `t34`.`age_years` >= 30
            THEN -5
            ELSE 0
          END,
          0
        )
        ELSE NULL
      END,
      100
    )
    ELSE NULL
  END AS FLOAT64) AS `fatigue_score`,
  ieee_divide(
    CAST(CASE
      WHEN CASE
        WHEN (
          100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
            WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
            THEN -8
            ELSE 0
          END + CASE
            WHEN `t34`.`back_to_backs_last_14_days` >= 2
            THEN -12
            WHEN `t34`.`back_to_backs_last_14_days` = 1
            THEN -5
            ELSE 0
          END + CASE
            WHEN `t34`.`age_years` >= 35
            THEN -10
            WHEN `t34`.`age_years` >= 30
            THEN -5
            ELSE 0
          END
        ) IS NOT NULL
        THEN GREATEST(
          100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
            WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
            THEN -8
            ELSE 0
          END + CASE
            WHEN `t34`.`back_to_backs_last_14_days` >= 2
            THEN -12
            WHEN `t34`.`back_to_backs_last_14_days` = 1
            THEN -5
            ELSE 0
          END + CASE
            WHEN `t34`.`age_years` >= 35
            THEN -10
            WHEN `t34`.`age_years` >= 30
            THEN -5
            ELSE 0
          END,
          0
        )
        ELSE NULL
      END IS NOT NULL
      THEN LEAST(
        CASE
          WHEN (
            100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
              WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
              THEN -8
              ELSE 0
            END + CASE
              WHEN `t34`.`back_to_backs_last_14_days` >= 2
              THEN -12
              WHEN `t34`.`back_to_backs_last_14_days` = 1
              THEN -5
              ELSE 0
            END + CASE
              WHEN `t34`.`age_years` >= 35
              THEN -10
              WHEN `t34`.`age_years` >= 30
              THEN -5
              ELSE 0
            END
          ) IS NOT NULL
          THEN GREATEST(
            100 + CASE WHEN `t34`.`days_rest` = 1 THEN -15 WHEN `t34`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t34`.`games_last_7_days` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t34`.`minutes_last_7_days` > 240 THEN -10 ELSE 0 END + CASE
              WHEN ieee_divide(`t34`.`minutes_last_7_days`, NULLIF(`t34`.`games_last_7_days`, 0)) > 35
              THEN -8
              ELSE 0
            END + CASE
              WHEN `t34`.`back_to_backs_last_14_days` >= 2
              THEN -12
              WHEN `t34`.`back_to_backs_last_14_days` = 1
              THEN -5
              ELSE 0
            END + CASE
              WHEN `t34`.`age_years` >= 35
              THEN -10
              WHEN `t34`.`age_years` >= 30
              THEN -5
              ELSE 0
            END,
            0
          )
          ELSE NULL
        END,
        100
      )
      ELSE NULL
    END AS FLOAT64) - 100,
    20
  ) AS `fatigue_adjustment`,
  CASE
    WHEN CASE
      WHEN CASE
        WHEN ABS(
          CASE
            WHEN `t34`.`primary_zone` = 'paint'
            THEN `t34`.`paint_weakness` * CASE
              WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'mid_range'
            THEN `t34`.`mid_range_weakness` * CASE
              WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'three'
            THEN ieee_divide(
              (
                `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
              ) + 0 + (
                `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
              ),
              NULLIF(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0
              )
            ) * CASE
              WHEN ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ) IS NOT NULL
              THEN LEAST(
                ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ),
                1.0
              )
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'balanced'
            THEN (
              `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
            ) + 0 + (
              `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
            ) + (
              `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
            ) + (
              `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
            )
            ELSE NULL
          END
        ) > 5
        THEN CASE
          WHEN `t34`.`primary_zone` = 'paint'
          THEN `t34`.`paint_weakness` * CASE
            WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
            THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'mid_range'
          THEN `t34`.`mid_range_weakness` * CASE
            WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
            THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'three'
          THEN ieee_divide(
            (
              `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
            ) + 0 + (
              `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
            ),
            NULLIF(
              `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
              0
            )
          ) * CASE
            WHEN ieee_divide(
              `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
              0.5
            ) IS NOT NULL
            THEN LEAST(
              ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ),
              1.0
            )
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'balanced'
          THEN (
            `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
          ) + 0 + (
            `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
          ) + (
            `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
          ) + (
            `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
          )
          ELSE NULL
        END * 1.2
        ELSE CASE
          WHEN `t34`.`primary_zone` = 'paint'
          THEN `t34`.`paint_weakness` * CASE
            WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
            THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'mid_range'
          THEN `t34`.`mid_range_weakness` * CASE
            WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
            THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'three'
          THEN ieee_divide(
            (
              `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
            ) + 0 + (
              `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
            ),
            NULLIF(
              `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
              0
            )
          ) * CASE
            WHEN ieee_divide(
              `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
              0.5
            ) IS NOT NULL
            THEN LEAST(
              ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ),
              1.0
            )
            ELSE NULL
          END
          WHEN `t34`.`primary_zone` = 'balanced'
          THEN (
            `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
          ) + 0 + (
            `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
          ) + (
            `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
          ) + (
            `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
          )
          ELSE NULL
        END
      END IS NOT NULL
      THEN LEAST(
        CASE
          WHEN ABS(
            CASE
              WHEN `t34`.`primary_zone` = 'paint'
              THEN `t34`.`paint_weakness` * CASE
                WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'mid_range'
              THEN `t34`.`mid_range_weakness` * CASE
                WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'three'
              THEN ieee_divide(
                (
                  `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
                ) + 0 + (
                  `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
                ),
                NULLIF(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0
                )
              ) * CASE
                WHEN ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ) IS NOT NULL
                THEN LEAST(
                  ieee_divide(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0.5
                  ),
                  1.0
                )
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'balanced'
              THEN (
                `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
              ) + 0 + (
                `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
              ) + (
                `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
              ) + (
                `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
              )
              ELSE NULL
            END
          ) > 5
          THEN CASE
            WHEN `t34`.`primary_zone` = 'paint'
            THEN `t34`.`paint_weakness` * CASE
              WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'mid_range'
            THEN `t34`.`mid_range_weakness` * CASE
              WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'three'
            THEN ieee_divide(
              (
                `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
              ) + 0 + (
                `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
              ),
              NULLIF(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0
              )
            ) * CASE
              WHEN ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ) IS NOT NULL
              THEN LEAST(
                ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ),
                1.0
              )
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'balanced'
            THEN (
              `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
            ) + 0 + (
              `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
            ) + (
              `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
            ) + (
              `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
            )
            ELSE NULL
          END * 1.2
          ELSE CASE
            WHEN `t34`.`primary_zone` = 'paint'
            THEN `t34`.`paint_weakness` * CASE
              WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'mid_range'
            THEN `t34`.`mid_range_weakness` * CASE
              WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'three'
            THEN ieee_divide(
              (
                `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
              ) + 0 + (
                `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
              ),
              NULLIF(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0
              )
            ) * CASE
              WHEN ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ) IS NOT NULL
              THEN LEAST(
                ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ),
                1.0
              )
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'balanced'
            THEN (
              `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
            ) + 0 + (
              `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
            ) + (
              `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
            ) + (
              `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
            )
            ELSE NULL
          END
        END,
        10.0
      )
      ELSE NULL
    END IS NOT NULL
    THEN GREATEST(
      CASE
        WHEN CASE
          WHEN ABS(
            CASE
              WHEN `t34`.`primary_zone` = 'paint'
              THEN `t34`.`paint_weakness` * CASE
                WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'mid_range'
              THEN `t34`.`mid_range_weakness` * CASE
                WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'three'
              THEN ieee_divide(
                (
                  `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
                ) + 0 + (
                  `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
                ),
                NULLIF(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0
                )
              ) * CASE
                WHEN ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ) IS NOT NULL
                THEN LEAST(
                  ieee_divide(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0.5
                  ),
                  1.0
                )
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'balanced'
              THEN (
                `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
              ) + 0 + (
                `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
              ) + (
                `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
              ) + (
                `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
              )
              ELSE NULL
            END
          ) > 5
          THEN CASE
            WHEN `t34`.`primary_zone` = 'paint'
            THEN `t34`.`paint_weakness` * CASE
              WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'mid_range'
            THEN `t34`.`mid_range_weakness` * CASE
              WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'three'
            THEN ieee_divide(
              (
                `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
              ) + 0 + (
                `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
              ),
              NULLIF(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0
              )
            ) * CASE
              WHEN ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ) IS NOT NULL
              THEN LEAST(
                ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ),
                1.0
              )
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'balanced'
            THEN (
              `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
            ) + 0 + (
              `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
            ) + (
              `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
            ) + (
              `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
            )
            ELSE NULL
          END * 1.2
          ELSE CASE
            WHEN `t34`.`primary_zone` = 'paint'
            THEN `t34`.`paint_weakness` * CASE
              WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'mid_range'
            THEN `t34`.`mid_range_weakness` * CASE
              WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
              THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'three'
            THEN ieee_divide(
              (
                `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
              ) + 0 + (
                `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
              ),
              NULLIF(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0
              )
            ) * CASE
              WHEN ieee_divide(
                `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                0.5
              ) IS NOT NULL
              THEN LEAST(
                ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ),
                1.0
              )
              ELSE NULL
            END
            WHEN `t34`.`primary_zone` = 'balanced'
            THEN (
              `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
            ) + 0 + (
              `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
            ) + (
              `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
            ) + (
              `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
            )
            ELSE NULL
          END
        END IS NOT NULL
        THEN LEAST(
          CASE
            WHEN ABS(
              CASE
                WHEN `t34`.`primary_zone` = 'paint'
                THEN `t34`.`paint_weakness` * CASE
                  WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
                  THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
                  ELSE NULL
                END
                WHEN `t34`.`primary_zone` = 'mid_range'
                THEN `t34`.`mid_range_weakness` * CASE
                  WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
                  THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
                  ELSE NULL
                END
                WHEN `t34`.`primary_zone` = 'three'
                THEN ieee_divide(
                  (
                    `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
                  ) + 0 + (
                    `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
                  ),
                  NULLIF(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0
                  )
                ) * CASE
                  WHEN ieee_divide(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0.5
                  ) IS NOT NULL
                  THEN LEAST(
                    ieee_divide(
                      `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                      0.5
                    ),
                    1.0
                  )
                  ELSE NULL
                END
                WHEN `t34`.`primary_zone` = 'balanced'
                THEN (
                  `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
                ) + 0 + (
                  `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
                ) + (
                  `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
                ) + (
                  `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
                )
                ELSE NULL
              END
            ) > 5
            THEN CASE
              WHEN `t34`.`primary_zone` = 'paint'
              THEN `t34`.`paint_weakness` * CASE
                WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'mid_range'
              THEN `t34`.`mid_range_weakness` * CASE
                WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'three'
              THEN ieee_divide(
                (
                  `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
                ) + 0 + (
                  `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
                ),
                NULLIF(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0
                )
              ) * CASE
                WHEN ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ) IS NOT NULL
                THEN LEAST(
                  ieee_divide(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0.5
                  ),
                  1.0
                )
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'balanced'
              THEN (
                `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
              ) + 0 + (
                `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
              ) + (
                `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
              ) + (
                `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
              )
              ELSE NULL
            END * 1.2
            ELSE CASE
              WHEN `t34`.`primary_zone` = 'paint'
              THEN `t34`.`paint_weakness` * CASE
                WHEN ieee_divide(`t34`.`paint_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`paint_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'mid_range'
              THEN `t34`.`mid_range_weakness` * CASE
                WHEN ieee_divide(`t34`.`mid_range_share_last_10`, 0.5) IS NOT NULL
                THEN LEAST(ieee_divide(`t34`.`mid_range_share_last_10`, 0.5), 1.0)
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'three'
              THEN ieee_divide(
                (
                  `t34`.`corner_three_share_last_10` * `t34`.`corner_three_weakness`
                ) + 0 + (
                  `t34`.`above_break_three_share_last_10` * `t34`.`above_break_three_weakness`
                ),
                NULLIF(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0
                )
              ) * CASE
                WHEN ieee_divide(
                  `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                  0.5
                ) IS NOT NULL
                THEN LEAST(
                  ieee_divide(
                    `t34`.`corner_three_share_last_10` + 0 + `t34`.`above_break_three_share_last_10`,
                    0.5
                  ),
                  1.0
                )
                ELSE NULL
              END
              WHEN `t34`.`primary_zone` = 'balanced'
              THEN (
                `t34`.`paint_weakness` * `t34`.`paint_share_last_10`
              ) + 0 + (
                `t34`.`mid_range_weakness` * `t34`.`mid_range_share_last_10`
              ) + (
                `t34`.`corner_three_weakness` * `t34`.`corner_three_share_last_10`
              ) + (
                `t34`.`above_break_three_weakness` * `t34`.`above_break_three_share_last_10`
              )
              ELSE NULL
            END
          END,
          10.0
        )
        ELSE NULL
      END,
      -10.0
    )
    ELSE NULL
  END AS `shot_zone_mismatch_score`,
  CASE
    WHEN CASE
      WHEN ieee_divide(ieee_divide(`t34`.`team_pace` + `t34`.`opponent_pace`, 2) - `t34`.`league_pace`, 2) IS NOT NULL
      THEN LEAST(
        ieee_divide(ieee_divide(`t34`.`team_pace` + `t34`.`opponent_pace`, 2) - `t34`.`league_pace`, 2),
        3.0
      )
      ELSE NULL
    END IS NOT NULL
    THEN GREATEST(
      CASE
        WHEN ieee_divide(ieee_divide(`t34`.`team_pace` + `t34`.`opponent_pace`, 2) - `t34`.`league_pace`, 2) IS NOT NULL
        THEN LEAST(
          ieee_divide(ieee_divide(`t34`.`team_pace` + `t34`.`opponent_pace`, 2) - `t34`.`league_pace`, 2),
          3.0
        )
        ELSE NULL
      END,
      -3.0
    )
    ELSE NULL
  END AS `pace_score`,
  CASE
    WHEN CASE
      WHEN (
        `t34`.`usage` * ieee_divide(
          `t34`.`teammates_newly_out_usage_minutes`,
          NULLIF(
            (
              `t34`.`usage` * `t34`.`minutes`
            ) + `t34`.`teammates_available_usage_minutes`,
            0
          )
        )
      ) IS NOT NULL
      THEN LEAST(
        `t34`.`usage` * ieee_divide(
          `t34`.`teammates_newly_out_usage_minutes`,
          NULLIF(
            (
              `t34`.`usage` * `t34`.`minutes`
            ) + `t34`.`teammates_available_usage_minutes`,
            0
          )
        ),
        3.0
      )
      ELSE NULL
    END IS NOT NULL
    THEN GREATEST(
      CASE
        WHEN (
          `t34`.`usage` * ieee_divide(
            `t34`.`teammates_newly_out_usage_minutes`,
            NULLIF(
              (
                `t34`.`usage` * `t34`.`minutes`
              ) + `t34`.`teammates_available_usage_minutes`,
              0
            )
          )
        ) IS NOT NULL
        THEN LEAST(
          `t34`.`usage` * ieee_divide(
            `t34`.`teammates_newly_out_usage_minutes`,
            NULLIF(
              (
                `t34`.`usage` * `t34`.`minutes`
              ) + `t34`.`teammates_available_usage_minutes`,
              0
            )
          ),
          3.0
        )
        ELSE NULL
      END,
      -3.0
    )
    ELSE NULL
  END AS `usage_spike_score`,
  -(
    CASE
      WHEN (
        ieee_divide(`t34`.`travel_kilometers`, 1500) + ieee_divide(`t34`.`time_zones_crossed`, 2)
      ) IS NOT NULL
      THEN LEAST(
        ieee_divide(`t34`.`travel_kilometers`, 1500) + ieee_divide(`t34`.`time_zones_crossed`, 2),
        3.0
      )
      ELSE NULL
    END
  ) AS `travel_score`,
  CASE
    WHEN CASE
      WHEN ieee_divide(`t34`.`opponent_defensive_rating` - `t34`.`league_rating`, 4) IS NOT NULL
      THEN LEAST(ieee_divide(`t34`.`opponent_defensive_rating` - `t34`.`league_rating`, 4), 3.0)
      ELSE NULL
    END IS NOT NULL
    THEN GREATEST(
      CASE
        WHEN ieee_divide(`t34`.`opponent_defensive_rating` - `t34`.`league_rating`, 4) IS NOT NULL
        THEN LEAST(ieee_divide(`t34`.`opponent_defensive_rating` - `t34`.`league_rating`, 4), 3.0)
        ELSE NULL
      END,
      -3.0
    )
    ELSE NULL
  END AS `opponent_strength_score`
FROM (
  SELECT
    `t33`.`game_id`,
    `t33`.`player_id`,
    `t33`.`game_date`,
    `t33`.`team_id`,
    `t33`.`opponent_id`,
    `t33`.`games_last_7_days`,
    `t33`.`minutes_last_7_days`,
    `t33`.`back_to_backs_last_14_days`,
    `t33`.`teammates_newly_out_usage_minutes`,
    `t33`.`teammates_available_usage_minutes`,
    `t33`.`usage`,
    `t33`.`minutes`,
    `t33`.`primary_zone`,
    `t33`.`paint_share_last_10`,
    `t33`.`mid_range_share_last_10`,
    `t33`.`corner_three_share_last_10`,
    `t33`.`above_break_three_share_last_10`,
    `t33`.`days_rest`,
    `t33`.`travel_kilometers`,
    `t33`.`time_zones_crossed`,
    `t33`.`team_pace`,
    `t33`.`opponent_pace`,
    `t33`.`opponent_defensive_rating`,
    `t33`.`paint_weakness`,
    `t33`.`mid_range_weakness`,
    `t33`.`corner_three_weakness`,
    `t33`.`above_break_three_weakness`,
    `t33`.`league_date`,
    `t33`.`league_pace`,
    `t33`.`league_rating`,
    `t33`.`born_as`,
    `t33`.`birth_date`,
    (
      EXTRACT(year FROM `t33`.`game_date`) - EXTRACT(year FROM `t33`.`birth_date`)
    ) - CASE
      WHEN (
        (
          EXTRACT(month FROM `t33`.`game_date`) * 100
        ) + EXTRACT(day FROM `t33`.`game_date`)
      ) >= (
        (
          EXTRACT(month FROM `t33`.`birth_date`) * 100
        ) + EXTRACT(day FROM `t33`.`birth_date`)
      )
      THEN 0
      ELSE 1
    END AS `age_years`
  FROM (
    SELECT
      `t20`.`game_id`,
      `t20`.`player_id`,
      `t20`.`game_date`,
      `t20`.`team_id`,
      `t20`.`opponent_id`,
      `t21`.`games_last_7_days`,
      `t21`.`minutes_last_7_days`,
      `t21`.`back_to_backs_last_14_days`,
      `t21`.`teammates_newly_out_usage_minutes`,
      `t21`.`teammates_available_usage_minutes`,
      `t22`.`usage`,
      `t22`.`minutes`,
      `t23`.`primary_zone`,
      `t23`.`paint_share_last_10`,
      `t23`.`mid_range_share_last_10`,
      `t23`.`corner_three_share_last_10`,
      `t23`.`above_break_three_share_last_10`,
      `t24`.`days_rest`,
      `t24`.`travel_kilometers`,
      `t24`.`time_zones_crossed`,
      `t25`.`team_pace`,
      `t26`.`opponent_pace`,
      `t26`.`opponent_defensive_rating`,
      `t27`.`paint_weakness`,
      `t27`.`mid_range_weakness`,
      `t27`.`corner_three_weakness`,
      `t27`.`above_break_three_weakness`,
      `t32`.`league_date`,
      `t32`.`league_pace`,
      `t32`.`league_rating`,
      `t29`.`born_as`,
      `t29`.`birth_date`
    FROM (
      SELECT
        `t0`.`game_id`,
        `t0`.`player_id`,
        `t0`.`game_date`,
        `t0`.`team_id`,
        `t0`.`opponent_id`
      FROM `input_player_pool` AS `t0`
    ) AS `t20`
    INNER JOIN (
      SELECT
        `t1`.`game_id`,
        `t1`.`player_id`,
        `t1`.`games_last_7_days`,
        `t1`.`minutes_last_7_days`,
        `t1`.`back_to_backs_last_14_days`,
        `t1`.`teammates_newly_out_usage_minutes`,
        `t1`.`teammates_available_usage_minutes`
      FROM `input_upcoming_player_game_context` AS `t1`
    ) AS `t21`
      ON `t20`.`game_id` = `t21`.`game_id` AND `t20`.`player_id` = `t21`.`player_id`
    INNER JOIN (
      SELECT
        `t2`.`game_id`,
        `t2`.`player_id`,
        `t2`.`usage_rate_avg_last_10` AS `usage`,
        `t2`.`minutes_avg_last_10` AS `minutes`
      FROM `input_player_daily_cache` AS `t2`
    ) AS `t22`
      ON `t20`.`game_id` = `t22`.`game_id` AND `t20`.`player_id` = `t22`.`player_id`
    INNER JOIN (
      SELECT
        `t3`.`game_id`,
        `t3`.`player_id`,
        `t3`.`primary_zone`,
        `t3`.`paint_share_last_10`,
        `t3`.`mid_range_share_last_10`,
        `t3`.`corner_three_share_last_10`,
        `t3`.`above_break_three_share_last_10`
      FROM `input_player_shot_zone_analysis` AS `t3`
    ) AS `t23`
      ON `t20`.`game_id` = `t23`.`game_id` AND `t20`.`player_id` = `t23`.`player_id`
    INNER JOIN (
      SELECT
        `t4`.`game_id`,
        `t4`.`team_id`,
        `t4`.`days_rest`,
        `t4`.`travel_kilometers`,
        `t4`.`time_zones_crossed`
      FROM `input_upcoming_team_game_context` AS `t4`
    ) AS `t24`
      ON `t20`.`game_id` = `t24`.`game_id` AND `t20`.`team_id` = `t24`.`team_id`
    INNER JOIN (
      SELECT
        `t5`.`game_id`,
        `t5`.`team_id`,
        `t5`.`pace_avg_last_10` AS `team_pace`
      FROM `input_team_daily_cache` AS `t5`
    ) AS `t25`
      ON `t20`.`game_id` = `t25`.`game_id` AND `t20`.`team_id` = `t25`.`team_id`
    INNER JOIN (
      SELECT
        `t5`.`game_id`,
        `t5`.`team_id` AS `opponent_id`,
        `t5`.`pace_avg_last_10` AS `opponent_pace`,
        `t5`.`defensive_rating_avg_last_10` AS `opponent_defensive_rating`
      FROM `input_team_daily_cache` AS `t5`
    ) AS `t26`
      ON `t20`.`game_id` = `t26`.`game_id` AND `t20`.`opponent_id` = `t26`.`opponent_id`
    INNER JOIN (
      SELECT
        `t6`.`game_id`,
        `t6`.`paint_weakness`,
        `t6`.`mid_range_weakness`,
        `t6`.`corner_three_weakness`,
        `t6`.`above_break_three_weakness`,
        `t6`.`team_id` AS `opponent_id`
      FROM `input_team_defense_zone_analysis` AS `t6`
    ) AS `t27`
      ON `t20`.`game_id` = `t27`.`game_id` AND `t20`.`opponent_id` = `t27`.`opponent_id`
    INNER JOIN (
      SELECT
        `t30`.`league_date`,
        ieee_divide(
          ieee_divide(
            SUM(CAST(ROUND(`t30`.`pace` * 1000000000, 0) AS INT64)),
            NULLIF(COUNT(`t30`.`pace`), 0)
          ),
          1000000000
        ) AS `league_pace`,
        ieee_divide(
          ieee_divide(
            SUM(CAST(ROUND(`t30`.`offensive_rating` * 1000000000, 0) AS INT64)),
            NULLIF(COUNT(`t30`.`pace`), 0)
          ),
          1000000000
        ) AS `league_rating`
      FROM (
        SELECT
          `t19`.`league_date`,
          `t9`.`game_id`,
          `t9`.`game_date`,
          `t9`.`team_id`,
          `t9`.`opponent_id`,
          `t9`.`home`,
          `t9`.`won`,
          `t9`.`minutes`,
          `t9`.`points`,
          `t9`.`field_goals_made`,
          `t9`.`field_goals_attempted`,
          `t9`.`threes_made`,
          `t9`.`threes_attempted`,
          `t9`.`free_throws_made`,
          `t9`.`free_throws_attempted`,
          `t9`.`offensive_rebounds`,
          `t9`.`defensive_rebounds`,
          `t9`.`assists`,
          `t9`.`steals`,
          `t9`.`blocks`,
          `t9`.`turnovers`,
          `t9`.`margin`,
          `t9`.`possessions`,
          `t9`.`offensive_rating`,
          `t9`.`pace`,
          `t9`.`overtime_periods`,
          `t9`.`effective_field_goal_share`,
          `t9`.`true_shooting_share`,
          `t9`.`turnover_share`,
          `t9`.`offensive_rebound_share`,
          `t9`.`free_throw_rate`,
          `t9`.`paint_attempts`,
          `t9`.`paint_makes`,
          `t9`.`mid_range_attempts`,
          `t9`.`mid_range_makes`,
          `t9`.`corner_three_attempts`,
          `t9`.`corner_three_makes`,
          `t9`.`above_break_three_attempts`,
          `t9`.`above_break_three_makes`
        FROM (
          SELECT DISTINCT
            `t0`.`game_date` AS `league_date`
          FROM `input_player_pool` AS `t0`
        ) AS `t19`
        LEFT OUTER JOIN `input_team_offense_game_summary` AS `t9`
          ON DATE_DIFF(`t19`.`league_date`, `t9`.`game_date`, DAY) >= 1
          AND DATE_DIFF(`t19`.`league_date`, `t9`.`game_date`, DAY) <= 30
      ) AS `t30`
      GROUP BY
        1
    ) AS `t32`
      ON `t20`.`game_date` = `t32`.`league_date`
    LEFT OUTER JOIN (
      SELECT
        `t7`.`player_id` AS `born_as`,
        MAX(`t7`.`birth_date`) AS `birth_date`
      FROM `input_roster` AS `t7`
      GROUP BY
        1
    ) AS `t29`
      ON `t20`.`player_id` = `t29`.`born_as`
  ) AS `t33`
) AS `t34`
