-- rows 169e155cb7393686 dd082a9db5427c4a
WITH `t23` AS (
  SELECT
    `t22`.`game_id`,
    `t22`.`game_date`,
    `t22`.`player_id`,
    `t22`.`market`,
    `t22`.`bookmaker`,
    `t22`.`line`,
    `t22`.`name_key`,
    `t22`.`over_price`,
    `t22`.`under_price`,
    `t22`.`captured_at`,
    `t22`.`is_alternate`,
    `t22`.`stands`,
    `t22`.`opened_at`,
    `t22`.`opening_over_price`,
    `t22`.`opening_under_price`,
    `t22`.`opening_line`,
    `t22`.`implied_over`,
    `t22`.`implied_under`,
    `t22`.`own_suspicion`,
    `t22`.`over_distance`,
    `t22`.`is_counted`,
    `t22`.`price`,
    `t22`.`place`,
    `t22`.`books`,
    CASE
      WHEN `t22`.`is_counted`
      THEN ABS(
        `t22`.`price` - AVG(
          CASE
            WHEN (
              (
                `t22`.`place` * 2
              ) >= (
                `t22`.`books` - 2
              )
            )
            AND (
              (
                `t22`.`place` * 2
              ) <= `t22`.`books`
            )
            THEN `t22`.`price`
            ELSE NULL
          END
        ) OVER (
          PARTITION BY `t22`.`game_id`, `t22`.`player_id`, `t22`.`market`, `t22`.`line`, `t22`.`is_counted`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
      ) * CASE WHEN `t22`.`books` = 2 THEN 2 ELSE 1 END
      ELSE NULL
    END AS `under_distance`
  FROM (
    SELECT
      `t21`.`game_id`,
      `t21`.`game_date`,
      `t21`.`player_id`,
      `t21`.`market`,
      `t21`.`bookmaker`,
      `t21`.`line`,
      `t21`.`name_key`,
      `t21`.`over_price`,
      `t21`.`under_price`,
      `t21`.`captured_at`,
      `t21`.`is_alternate`,
      `t21`.`stands`,
      `t21`.`opened_at`,
      `t21`.`opening_over_price`,
      `t21`.`opening_under_price`,
      `t21`.`opening_line`,
      `t21`.`implied_over`,
      `t21`.`implied_under`,
      `t21`.`own_suspicion`,
      `t21`.`over_distance`,
      `t21`.`is_counted`,
      `t21`.`price`,
      ROW_NUMBER() OVER (
        PARTITION BY `t21`.`game_id`, `t21`.`player_id`, `t21`.`market`, `t21`.`line`, `t21`.`is_counted`
        ORDER BY `t21`.`price` ASC NULLS LAST, `t21`.`bookmaker` ASC NULLS LAST
      ) - 1 AS `place`,
      COUNT(`t21`.`price`) OVER (
        PARTITION BY `t21`.`game_id`, `t21`.`player_id`, `t21`.`market`, `t21`.`line`, `t21`.`is_counted`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `books`
    FROM (
      SELECT
        `t20`.`game_id`,
        `t20`.`game_date`,
        `t20`.`player_id`,
        `t20`.`market`,
        `t20`.`bookmaker`,
        `t20`.`line`,
        `t20`.`name_key`,
        `t20`.`over_price`,
        `t20`.`under_price`,
        `t20`.`captured_at`,
        `t20`.`is_alternate`,
        `t20`.`stands`,
        `t20`.`opened_at`,
        `t20`.`opening_over_price`,
        `t20`.`opening_under_price`,
        `t20`.`opening_line`,
        `t20`.`implied_over`,
        `t20`.`implied_under`,
        `t20`.`own_suspicion`,
        `t20`.`over_distance`,
        `t20`.`stands`
        AND (
          `t20`.`implied_under` IS NOT NULL AND NOT ISNAN(`t20`.`implied_under`)
        ) AS `is_counted`,
        `t20`.`implied_under` AS `price`
      FROM (
        SELECT
          `t19`.`game_id`,
          `t19`.`game_date`,
          `t19`.`player_id`,
          `t19`.`market`,
          `t19`.`bookmaker`,
          `t19`.`line`,
          `t19`.`name_key`,
          `t19`.`over_price`,
          `t19`.`under_price`,
          `t19`.`captured_at`,
          `t19`.`is_alternate`,
          `t19`.`stands`,
          `t19`.`opened_at`,
          `t19`.`opening_over_price`,
          `t19`.`opening_under_price`,
          `t19`.`opening_line`,
          `t19`.`implied_over`,
          `t19`.`implied_under`,
          `t19`.`own_suspicion`,
          `t19`.`is_counted`,
          `t19`.`price`,
          `t19`.`place`,
          `t19`.`books`,
          CASE
            WHEN `t19`.`is_counted`
            THEN ABS(
              `t19`.`price` - AVG(
                CASE
                  WHEN (
                    (
                      `t19`.`place` * 2
                    ) >= (
                      `t19`.`books` - 2
                    )
                  )
                  AND (
                    (
                      `t19`.`place` * 2
                    ) <= `t19`.`books`
                  )
                  THEN `t19`.`price`
                  ELSE NULL
                END
              ) OVER (
                PARTITION BY `t19`.`game_id`, `t19`.`player_id`, `t19`.`market`, `t19`.`line`, `t19`.`is_counted`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            ) * CASE WHEN `t19`.`books` = 2 THEN 2 ELSE 1 END
            ELSE NULL
          END AS `over_distance`
        FROM (
          SELECT
            `t18`.`game_id`,
            `t18`.`game_date`,
            `t18`.`player_id`,
            `t18`.`market`,
            `t18`.`bookmaker`,
            `t18`.`line`,
            `t18`.`name_key`,
            `t18`.`over_price`,
            `t18`.`under_price`,
            `t18`.`captured_at`,
            `t18`.`is_alternate`,
            `t18`.`stands`,
            `t18`.`opened_at`,
            `t18`.`opening_over_price`,
            `t18`.`opening_under_price`,
            `t18`.`opening_line`,
            `t18`.`implied_over`,
            `t18`.`implied_under`,
            `t18`.`own_suspicion`,
            `t18`.`is_counted`,
            `t18`.`price`,
            ROW_NUMBER() OVER (
              PARTITION BY `t18`.`game_id`, `t18`.`player_id`, `t18`.`market`, `t18`.`line`, `t18`.`is_counted`
              ORDER BY `t18`.`price` ASC NULLS LAST, `t18`.`bookmaker` ASC NULLS LAST
            ) - 1 AS `place`,
            COUNT(`t18`.`price`) OVER (
              PARTITION BY `t18`.`game_id`, `t18`.`player_id`, `t18`.`market`, `t18`.`line`, `t18`.`is_counted`
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS `books`
          FROM (
            SELECT
              `t17`.`game_id`,
              `t17`.`game_date`,
              `t17`.`player_id`,
              `t17`.`market`,
              `t17`.`bookmaker`,
              `t17`.`line`,
              `t17`.`name_key`,
              `t17`.`over_price`,
              `t17`.`under_price`,
              `t17`.`captured_at`,
              `t17`.`is_alternate`,
              `t17`.`stands`,
              `t17`.`opened_at`,
              `t17`.`opening_over_price`,
              `t17`.`opening_under_price`,
              `t17`.`opening_line`,
              `t17`.`implied_over`,
              `t17`.`implied_under`,
              `t17`.`own_suspicion`,
              `t17`.`stands`
              AND (
                `t17`.`implied_over` IS NOT NULL AND NOT ISNAN(`t17`.`implied_over`)
              ) AS `is_counted`,
              `t17`.`implied_over` AS `price`
            FROM (
              SELECT
                `t16`.`game_id`,
                `t16`.`game_date`,
                `t16`.`player_id`,
                `t16`.`market`,
                `t16`.`bookmaker`,
                `t16`.`line`,
                `t16`.`name_key`,
                `t16`.`over_price`,
                `t16`.`under_price`,
                `t16`.`captured_at`,
                `t16`.`place` > 0 AS `is_alternate`,
                `t16`.`quoted_at` = `t16`.`last_quoted_at` AS `stands`,
                `t16`.`opened_at`,
                `t16`.`opening_over_price`,
                `t16`.`opening_under_price`,
                `t16`.`opening_line`,
                CASE
                  WHEN `t16`.`over_price` < 0
                  THEN -(
                    `t16`.`over_price`
                  ) / (
                    100 - `t16`.`over_price`
                  )
                  ELSE 100 / (
                    `t16`.`over_price` + 100
                  )
                END AS `implied_over`,
                CASE
                  WHEN `t16`.`under_price` < 0
                  THEN -(
                    `t16`.`under_price`
                  ) / (
                    100 - `t16`.`under_price`
                  )
                  ELSE 100 / (
                    `t16`.`under_price` + 100
                  )
                END AS `implied_under`,
                CASE
                  WHEN (
                    `t16`.`over_price` > 0
                  )
                  AND (
                    `t16`.`under_price` > 0
                  )
                  AND (
                    (
                      CASE
                        WHEN `t16`.`over_price` < 0
                        THEN -(
                          `t16`.`over_price`
                        ) / (
                          100 - `t16`.`over_price`
                        )
                        ELSE 100 / (
                          `t16`.`over_price` + 100
                        )
                      END + CASE
                        WHEN `t16`.`under_price` < 0
                        THEN -(
                          `t16`.`under_price`
                        ) / (
                          100 - `t16`.`under_price`
                        )
                        ELSE 100 / (
                          `t16`.`under_price` + 100
                        )
                      END
                    ) < 1
                  )
                  THEN 'both sides positive'
                  WHEN (
                    CASE
                      WHEN `t16`.`over_price` < 0
                      THEN -(
                        `t16`.`over_price`
                      ) / (
                        100 - `t16`.`over_price`
                      )
                      ELSE 100 / (
                        `t16`.`over_price` + 100
                      )
                    END + CASE
                      WHEN `t16`.`under_price` < 0
                      THEN -(
                        `t16`.`under_price`
                      ) / (
                        100 - `t16`.`under_price`
                      )
                      ELSE 100 / (
                        `t16`.`under_price` + 100
                      )
                    END
                  ) < 0.97
                  THEN 'no margin'
                  WHEN (
                    CASE
                      WHEN `t16`.`over_price` < 0
                      THEN -(
                        `t16`.`over_price`
                      ) / (
                        100 - `t16`.`over_price`
                      )
                      ELSE 100 / (
                        `t16`.`over_price` + 100
                      )
                    END + CASE
                      WHEN `t16`.`under_price` < 0
                      THEN -(
                        `t16`.`under_price`
                      ) / (
                        100 - `t16`.`under_price`
                      )
                      ELSE 100 / (
                        `t16`.`under_price` + 100
                      )
                    END
                  ) > 1.35
                  THEN 'margin too large'
                  ELSE NULL
                END AS `own_suspicion`
              FROM (
                SELECT
                  `t15`.`game_date`,
                  `t15`.`game_id`,
                  `t15`.`player_id`,
                  `t15`.`market`,
                  `t15`.`bookmaker`,
                  `t15`.`line`,
                  `t15`.`is_listed_alternate`,
                  `t15`.`capture`,
                  `t15`.`event_id`,
                  `t15`.`player_name`,
                  `t15`.`name_key`,
                  `t15`.`captured_at`,
                  `t15`.`quoted_at`,
                  `t15`.`over_price`,
                  `t15`.`under_price`,
                  `t15`.`place`,
                  `t15`.`last`,
                  `t15`.`first`,
                  `t15`.`first_main`,
                  `t15`.`last_quoted_at`,
                  MAX(
                    CASE
                      WHEN (
                        `t15`.`captured_at` IS NOT NULL
                      ) AND (
                        `t15`.`first` = 0
                      )
                      THEN `t15`.`captured_at`
                      ELSE NULL
                    END
                  ) OVER (
                    PARTITION BY `t15`.`game_id`, `t15`.`player_id`, `t15`.`market`, `t15`.`bookmaker`, `t15`.`line`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `opened_at`,
                  MAX(
                    CASE
                      WHEN (
                        `t15`.`captured_at` IS NOT NULL
                      ) AND (
                        `t15`.`first` = 0
                      )
                      THEN `t15`.`over_price`
                      ELSE NULL
                    END
                  ) OVER (
                    PARTITION BY `t15`.`game_id`, `t15`.`player_id`, `t15`.`market`, `t15`.`bookmaker`, `t15`.`line`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `opening_over_price`,
                  MAX(
                    CASE
                      WHEN (
                        `t15`.`captured_at` IS NOT NULL
                      ) AND (
                        `t15`.`first` = 0
                      )
                      THEN `t15`.`under_price`
                      ELSE NULL
                    END
                  ) OVER (
                    PARTITION BY `t15`.`game_id`, `t15`.`player_id`, `t15`.`market`, `t15`.`bookmaker`, `t15`.`line`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `opening_under_price`,
                  MAX(
                    CASE
                      WHEN (
                        `t15`.`captured_at` IS NOT NULL
                      )
                      AND (
                        `t15`.`first_main` = 0
                      )
                      AND (
                        `t15`.`place` = 0
                      )
                      THEN `t15`.`line`
                      ELSE NULL
                    END
                  ) OVER (
                    PARTITION BY `t15`.`game_id`, `t15`.`player_id`, `t15`.`market`, `t15`.`bookmaker`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `opening_line`
                FROM (
                  SELECT
                    `t14`.`game_date`,
                    `t14`.`game_id`,
                    `t14`.`player_id`,
                    `t14`.`market`,
                    `t14`.`bookmaker`,
                    `t14`.`line`,
                    `t14`.`is_listed_alternate`,
                    `t14`.`capture`,
                    `t14`.`event_id`,
                    `t14`.`player_name`,
                    `t14`.`name_key`,
                    `t14`.`captured_at`,
                    `t14`.`quoted_at`,
                    `t14`.`over_price`,
                    `t14`.`under_price`,
                    `t14`.`place`,
                    ROW_NUMBER() OVER (
                      PARTITION BY `t14`.`game_id`, `t14`.`player_id`, `t14`.`market`, `t14`.`bookmaker`, `t14`.`line`
                      ORDER BY `t14`.`quoted_at` DESC, `t14`.`place` ASC NULLS LAST, `t14`.`capture` DESC, `t14`.`event_id` ASC NULLS LAST, `t14`.`player_name` ASC NULLS LAST
                    ) - 1 AS `last`,
                    ROW_NUMBER() OVER (
                      PARTITION BY `t14`.`game_id`, `t14`.`player_id`, `t14`.`market`, `t14`.`bookmaker`, `t14`.`line`
                      ORDER BY NOT (
                        `t14`.`captured_at` IS NOT NULL
                      ) ASC NULLS LAST, `t14`.`quoted_at` ASC NULLS LAST, `t14`.`place` ASC NULLS LAST, `t14`.`capture` DESC, `t14`.`event_id` ASC NULLS LAST, `t14`.`player_name` ASC NULLS LAST
                    ) - 1 AS `first`,
                    ROW_NUMBER() OVER (
                      PARTITION BY `t14`.`game_id`, `t14`.`player_id`, `t14`.`market`, `t14`.`bookmaker`
                      ORDER BY NOT (
                        `t14`.`captured_at` IS NOT NULL
                      ) ASC NULLS LAST, `t14`.`place` > 0 ASC NULLS LAST, `t14`.`quoted_at` ASC NULLS LAST, `t14`.`place` ASC NULLS LAST, `t14`.`capture` DESC, `t14`.`event_id` ASC NULLS LAST, `t14`.`player_name` ASC NULLS LAST
                    ) - 1 AS `first_main`,
                    MAX(`t14`.`quoted_at`) OVER (
                      PARTITION BY `t14`.`game_id`, `t14`.`player_id`, `t14`.`market`, `t14`.`bookmaker`, `t14`.`is_listed_alternate`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS `last_quoted_at`
                  FROM (
                    SELECT
                      `t13`.`game_date`,
                      `t13`.`game_id`,
                      `t13`.`player_id`,
                      `t13`.`market`,
                      `t13`.`bookmaker`,
                      `t13`.`line`,
                      `t13`.`is_listed_alternate`,
                      `t13`.`capture`,
                      `t13`.`event_id`,
                      `t13`.`player_name`,
                      `t13`.`name_key`,
                      `t13`.`captured_at`,
                      `t13`.`quoted_at`,
                      `t13`.`over_price`,
                      `t13`.`under_price`,
                      MIN(`t13`.`place`) OVER (
                        PARTITION BY `t13`.`game_id`, `t13`.`player_id`, `t13`.`market`, `t13`.`bookmaker`, `t13`.`capture`, `t13`.`line`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `place`
                    FROM (
                      SELECT
                        `t12`.`game_date`,
                        `t12`.`game_id`,
                        `t12`.`player_id`,
                        `t12`.`market`,
                        `t12`.`bookmaker`,
                        `t12`.`line`,
                        `t12`.`is_alternate` AS `is_listed_alternate`,
                        `t12`.`capture`,
                        `t12`.`event_id`,
                        `t12`.`player_name`,
                        `t12`.`name_key`,
                        `t12`.`captured_at`,
                        `t12`.`quoted_at`,
                        `t12`.`over_price`,
                        `t12`.`under_price`,
                        `t12`.`place`
                      FROM (
                        SELECT
                          `t11`.`game_date`,
                          `t11`.`game_id`,
                          `t11`.`player_id`,
                          `t11`.`market`,
                          `t11`.`bookmaker`,
                          `t11`.`line`,
                          `t11`.`is_alternate`,
                          `t11`.`capture`,
                          `t11`.`event_id`,
                          `t11`.`player_name`,
                          `t11`.`name_key`,
                          `t11`.`captured_at`,
                          `t11`.`quoted_at`,
                          `t11`.`over_price`,
                          `t11`.`under_price`,
                          (
                            ROW_NUMBER() OVER (
                              PARTITION BY `t11`.`game_id`, `t11`.`player_id`, `t11`.`market`, `t11`.`bookmaker`, `t11`.`capture`
                              ORDER BY `t11`.`is_alternate` ASC NULLS LAST, CASE
                                WHEN (
                                  `t11`.`over_price` > 0
                                )
                                AND (
                                  `t11`.`under_price` > 0
                                )
                                AND (
                                  (
                                    CASE
                                      WHEN `t11`.`over_price` < 0
                                      THEN -(
                                        `t11`.`over_price`
                                      ) / (
                                        100 - `t11`.`over_price`
                                      )
                                      ELSE 100 / (
                                        `t11`.`over_price` + 100
                                      )
                                    END + CASE
                                      WHEN `t11`.`under_price` < 0
                                      THEN -(
                                        `t11`.`under_price`
                                      ) / (
                                        100 - `t11`.`under_price`
                                      )
                                      ELSE 100 / (
                                        `t11`.`under_price` + 100
                                      )
                                    END
                                  ) < 1
                                )
                                THEN 'both sides positive'
                                WHEN (
                                  CASE
                                    WHEN `t11`.`over_price` < 0
                                    THEN -(
                                      `t11`.`over_price`
                                    ) / (
                                      100 - `t11`.`over_price`
                                    )
                                    ELSE 100 / (
                                      `t11`.`over_price` + 100
                                    )
                                  END + CASE
                                    WHEN `t11`.`under_price` < 0
                                    THEN -(
                                      `t11`.`under_price`
                                    ) / (
                                      100 - `t11`.`under_price`
                                    )
                                    ELSE 100 / (
                                      `t11`.`under_price` + 100
                                    )
                                  END
                                ) < 0.97
                                THEN 'no margin'
                                WHEN (
                                  CASE
                                    WHEN `t11`.`over_price` < 0
                                    THEN -(
                                      `t11`.`over_price`
                                    ) / (
                                      100 - `t11`.`over_price`
                                    )
                                    ELSE 100 / (
                                      `t11`.`over_price` + 100
                                    )
                                  END + CASE
                                    WHEN `t11`.`under_price` < 0
                                    THEN -(
                                      `t11`.`under_price`
                                    ) / (
                                      100 - `t11`.`under_price`
                                    )
                                    ELSE 100 / (
                                      `t11`.`under_price` + 100
                                    )
                                  END
                                ) > 1.35
                                THEN 'margin too large'
                                ELSE NULL
                              END IS NOT NULL ASC NULLS LAST, `t11`.`over_price` IS NULL
                              OR ISNAN(`t11`.`over_price`)
                              OR (
                                `t11`.`under_price` IS NULL OR ISNAN(`t11`.`under_price`)
                              ) ASC NULLS LAST, COALESCE(
                                ABS(
                                  (
                                    CASE
                                      WHEN `t11`.`over_price` < 0
                                      THEN -(
                                        `t11`.`over_price`
                                      ) / (
                                        100 - `t11`.`over_price`
                                      )
                                      ELSE 100 / (
                                        `t11`.`over_price` + 100
                                      )
                                    END / (
                                      CASE
                                        WHEN `t11`.`over_price` < 0
                                        THEN -(
                                          `t11`.`over_price`
                                        ) / (
                                          100 - `t11`.`over_price`
                                        )
                                        ELSE 100 / (
                                          `t11`.`over_price` + 100
                                        )
                                      END + CASE
                                        WHEN `t11`.`under_price` < 0
                                        THEN -(
                                          `t11`.`under_price`
                                        ) / (
                                          100 - `t11`.`under_price`
                                        )
                                        ELSE 100 / (
                                          `t11`.`under_price` + 100
                                        )
                                      END
                                    )
                                  ) - 0.5
                                ),
                                ABS(
                                  COALESCE(
                                    CASE
                                      WHEN `t11`.`over_price` < 0
                                      THEN -(
                                        `t11`.`over_price`
                                      ) / (
                                        100 - `t11`.`over_price`
                                      )
                                      ELSE 100 / (
                                        `t11`.`over_price` + 100
                                      )
                                    END,
                                    CASE
                                      WHEN `t11`.`under_price` < 0
                                      THEN -(
                                        `t11`.`under_price`
                                      ) / (
                                        100 - `t11`.`under_price`
                                      )
                                      ELSE 100 / (
                                        `t11`.`under_price` + 100
                                      )
                                    END
                                  ) - 0.5
                                ),
                                1.0
                              ) ASC NULLS LAST, `t11`.`line` ASC NULLS LAST, `t11`.`event_id` ASC NULLS LAST, `t11`.`player_name` ASC NULLS LAST
                            ) - 1
                          ) + CAST(`t11`.`is_alternate` AS BIGINT) AS `place`
                        FROM (
                          SELECT
                            `t10`.`game_date`,
                            `t10`.`game_id`,
                            `t10`.`player_id`,
                            `t10`.`market`,
                            `t10`.`bookmaker`,
                            `t10`.`line`,
                            `t10`.`is_alternate`,
                            `t10`.`capture`,
                            `t10`.`event_id`,
                            `t10`.`player_name`,
                            MAX(`t10`.`name_key`) AS `name_key`,
                            MAX(`t10`.`captured_at`) AS `captured_at`,
                            MAX(COALESCE(`t10`.`captured_at`, `t10`.`tip`)) AS `quoted_at`,
                            MAX(IF(`t10`.`side` = 'over', `t10`.`price`, NULL)) AS `over_price`,
                            MAX(IF(`t10`.`side` = 'under', `t10`.`price`, NULL)) AS `under_price`
                          FROM (
                            SELECT
                              `t9`.`payload`,
                              `t9`.`game_date`,
                              `t9`.`player_name`,
                              `t9`.`name_key`,
                              `t9`.`market`,
                              `t9`.`bookmaker`,
                              `t9`.`line`,
                              `t9`.`side`,
                              `t9`.`is_alternate`,
                              `t9`.`capture`,
                              `t9`.`captured_at`,
                              `t9`.`event_id`,
                              `t9`.`home_team_name`,
                              `t9`.`away_team_name`,
                              `t9`.`tip_at`,
                              `t9`.`price`,
                              `t9`.`is_pickem`,
                              `t9`.`multiplier`,
                              `t9`.`setting`,
                              `t9`.`player_id`,
                              `t9`.`game_id`,
                              `t9`.`scheduled_at`,
                              CASE
                                WHEN (
                                  `t9`.`scheduled_at` IS NOT NULL
                                )
                                AND (
                                  COALESCE(`t9`.`tip_at`, `t9`.`scheduled_at`) IS NOT NULL
                                )
                                THEN LEAST(`t9`.`scheduled_at`, COALESCE(`t9`.`tip_at`, `t9`.`scheduled_at`))
                                ELSE NULL
                              END AS `tip`
                            FROM (
                              SELECT
                                `t8`.`payload`,
                                `t8`.`game_date`,
                                `t8`.`player_name`,
                                `t8`.`name_key`,
                                `t8`.`market`,
                                `t8`.`bookmaker`,
                                `t8`.`line`,
                                `t8`.`side`,
                                `t8`.`is_alternate`,
                                `t8`.`capture`,
                                `t8`.`captured_at`,
                                `t8`.`event_id`,
                                `t8`.`home_team_name`,
                                `t8`.`away_team_name`,
                                `t8`.`tip_at`,
                                `t8`.`price`,
                                `t8`.`is_pickem`,
                                `t8`.`multiplier`,
                                `t8`.`setting`,
                                `t6`.`player_id`,
                                `t6`.`game_id`,
                                `t5`.`scheduled_at`
                              FROM (
                                SELECT
                                  `t0`.`payload`,
                                  `t0`.`game_date`,
                                  `t0`.`player_name`,
                                  `t0`.`name_key`,
                                  `t0`.`market`,
                                  `t0`.`bookmaker`,
                                  `t0`.`line`,
                                  `t0`.`side`,
                                  `t0`.`is_alternate`,
                                  `t0`.`capture`,
                                  `t0`.`captured_at`,
                                  `t0`.`event_id`,
                                  `t0`.`home_team_name`,
                                  `t0`.`away_team_name`,
                                  `t0`.`tip_at`,
                                  `t0`.`price`,
                                  `t0`.`is_pickem`,
                                  `t0`.`multiplier`,
                                  COALESCE(CONCAT(CONCAT(`t0`.`away_team_name`, ' @ '), `t0`.`home_team_name`), '') AS `setting`
                                FROM `input_prop_price` AS `t0`
                              ) AS `t8`
                              INNER JOIN (
                                SELECT
                                  `t1`.`game_date`,
                                  `t1`.`setting`,
                                  `t1`.`player_name`,
                                  `t1`.`player_id`,
                                  `t1`.`game_id`
                                FROM `input_resolved_name` AS `t1`
                                WHERE
                                  `t1`.`source` = 'prices' AND `t1`.`player_id` IS NOT NULL
                              ) AS `t6`
                                ON `t8`.`game_date` = `t6`.`game_date`
                                AND `t8`.`setting` = `t6`.`setting`
                                AND `t8`.`player_name` = `t6`.`player_name`
                              INNER JOIN (
                                SELECT
                                  `t2`.`game_id`,
                                  `t2`.`tip_at` AS `scheduled_at`
                                FROM `input_schedule` AS `t2`
                              ) AS `t5`
                                ON `t6`.`game_id` = `t5`.`game_id`
                            ) AS `t9`
                            WHERE
                              (
                                (
                                  `t9`.`captured_at` IS NULL
                                )
                                OR (
                                  `t9`.`captured_at` < CASE
                                    WHEN (
                                      `t9`.`scheduled_at` IS NOT NULL
                                    )
                                    AND (
                                      COALESCE(`t9`.`tip_at`, `t9`.`scheduled_at`) IS NOT NULL
                                    )
                                    THEN LEAST(`t9`.`scheduled_at`, COALESCE(`t9`.`tip_at`, `t9`.`scheduled_at`))
                                    ELSE NULL
                                  END
                                )
                              )
                              AND NOT (
                                `t9`.`is_pickem`
                              )
                          ) AS `t10`
                          GROUP BY
                            1,
                            2,
                            3,
                            4,
                            5,
                            6,
                            7,
                            8,
                            9,
                            10
                        ) AS `t11`
                      ) AS `t12`
                    ) AS `t13`
                  ) AS `t14`
                ) AS `t15`
              ) AS `t16`
              WHERE
                `t16`.`last` = 0
            ) AS `t17`
          ) AS `t18`
        ) AS `t19`
      ) AS `t20`
    ) AS `t21`
  ) AS `t22`
)
SELECT
  `t38`.`game_id`,
  `t38`.`game_date`,
  `t38`.`player_id`,
  `t38`.`market`,
  `t38`.`bookmaker`,
  `t38`.`line`,
  `t38`.`name_key`,
  `t38`.`over_price`,
  `t38`.`under_price`,
  `t38`.`captured_at`,
  `t38`.`is_alternate`,
  `t38`.`stands`,
  `t38`.`opened_at`,
  `t38`.`opening_over_price`,
  `t38`.`opening_under_price`,
  `t38`.`opening_line`,
  `t38`.`suspect`
FROM (
  SELECT
    `t37`.`game_id`,
    `t37`.`game_date`,
    `t37`.`player_id`,
    `t37`.`market`,
    `t37`.`bookmaker`,
    `t37`.`line`,
    `t37`.`name_key`,
    `t37`.`over_price`,
    `t37`.`under_price`,
    `t37`.`captured_at`,
    `t37`.`is_alternate`,
    `t37`.`stands`,
    `t37`.`opened_at`,
    `t37`.`opening_over_price`,
    `t37`.`opening_under_price`,
    `t37`.`opening_line`,
    `t37`.`implied_over`,
    `t37`.`implied_under`,
    `t37`.`own_suspicion`,
    `t37`.`over_distance`,
    `t37`.`under_distance`,
    `t37`.`is_copied`,
    CASE
      WHEN `t37`.`is_copied`
      THEN 'lines of another market'
      WHEN `t37`.`own_suspicion` IS NOT NULL
      THEN `t37`.`own_suspicion`
      WHEN CASE
        WHEN COALESCE(`t37`.`over_distance`, 0.0) IS NOT NULL
        AND NOT ISNAN(COALESCE(`t37`.`over_distance`, 0.0))
        AND (
          COALESCE(`t37`.`under_distance`, 0.0) IS NOT NULL
          AND NOT ISNAN(COALESCE(`t37`.`under_distance`, 0.0))
        )
        THEN GREATEST(COALESCE(`t37`.`over_distance`, 0.0), COALESCE(`t37`.`under_distance`, 0.0))
        ELSE NULL
      END > 0.15
      THEN 'far from other books'
      WHEN `t37`.`stands`
      AND (
        `t37`.`captured_at` < (
          MAX(`t37`.`captured_at`) OVER (
            PARTITION BY `t37`.`game_id`, `t37`.`player_id`, `t37`.`market`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - INTERVAL '7200' SECOND
        )
      )
      THEN 'older than other books'
      ELSE NULL
    END AS `suspect`
  FROM (
    SELECT
      `t28`.`game_id`,
      `t28`.`game_date`,
      `t28`.`player_id`,
      `t28`.`market`,
      `t28`.`bookmaker`,
      `t28`.`line`,
      `t28`.`name_key`,
      `t28`.`over_price`,
      `t28`.`under_price`,
      `t28`.`captured_at`,
      `t28`.`is_alternate`,
      `t28`.`stands`,
      `t28`.`opened_at`,
      `t28`.`opening_over_price`,
      `t28`.`opening_under_price`,
      `t28`.`opening_line`,
      `t28`.`implied_over`,
      `t28`.`implied_under`,
      `t28`.`own_suspicion`,
      `t28`.`over_distance`,
      `t28`.`under_distance`,
      COALESCE(`t36`.`is_copied`, FALSE) AS `is_copied`
    FROM (
      SELECT
        `t24`.`game_id`,
        `t24`.`game_date`,
        `t24`.`player_id`,
        `t24`.`market`,
        `t24`.`bookmaker`,
        `t24`.`line`,
        `t24`.`name_key`,
        `t24`.`over_price`,
        `t24`.`under_price`,
        `t24`.`captured_at`,
        `t24`.`is_alternate`,
        `t24`.`stands`,
        `t24`.`opened_at`,
        `t24`.`opening_over_price`,
        `t24`.`opening_under_price`,
        `t24`.`opening_line`,
        `t24`.`implied_over`,
        `t24`.`implied_under`,
        `t24`.`own_suspicion`,
        `t24`.`over_distance`,
        `t24`.`under_distance`
      FROM `t23` AS `t24`
    ) AS `t28`
    LEFT OUTER JOIN (
      SELECT
        `t34`.`game_date`,
        `t34`.`bookmaker`,
        `t34`.`market`,
        TRUE AS `is_copied`
      FROM (
        SELECT DISTINCT
          `t33`.`game_date`,
          `t33`.`bookmaker`,
          `t33`.`market`
        FROM (
          SELECT
            `t32`.`game_date`,
            `t32`.`bookmaker`,
            `t32`.`market`,
            `t32`.`other_market`,
            COUNT(*) AS `players`,
            SUM(CAST(`t32`.`line` = `t32`.`other_line` AS BIGINT)) AS `same`,
            SUM(
              CAST(`t32`.`line` > CASE
                WHEN `t32`.`market` = 'player_points'
                THEN 60.0
                WHEN `t32`.`market` = 'player_rebounds'
                THEN 22.0
                WHEN `t32`.`market` = 'player_assists'
                THEN 18.0
                WHEN `t32`.`market` = 'player_threes'
                THEN 9.0
                WHEN `t32`.`market` = 'player_steals'
                THEN 5.0
                WHEN `t32`.`market` = 'player_blocks'
                THEN 6.0
                WHEN `t32`.`market` = 'player_turnovers'
                THEN 8.0
                WHEN `t32`.`market` = 'player_points_rebounds_assists'
                THEN 100.0
                WHEN `t32`.`market` = 'player_points_rebounds'
                THEN 82.0
                WHEN `t32`.`market` = 'player_points_assists'
                THEN 78.0
                WHEN `t32`.`market` = 'player_rebounds_assists'
                THEN 40.0
                WHEN `t32`.`market` = 'player_blocks_steals'
                THEN 11.0
                ELSE 100.0
              END AS BIGINT)
            ) AS `too_high`,
            SUM(
              CAST(`t32`.`other_line` > CASE
                WHEN `t32`.`other_market` = 'player_points'
                THEN 60.0
                WHEN `t32`.`other_market` = 'player_rebounds'
                THEN 22.0
                WHEN `t32`.`other_market` = 'player_assists'
                THEN 18.0
                WHEN `t32`.`other_market` = 'player_threes'
                THEN 9.0
                WHEN `t32`.`other_market` = 'player_steals'
                THEN 5.0
                WHEN `t32`.`other_market` = 'player_blocks'
                THEN 6.0
                WHEN `t32`.`other_market` = 'player_turnovers'
                THEN 8.0
                WHEN `t32`.`other_market` = 'player_points_rebounds_assists'
                THEN 100.0
                WHEN `t32`.`other_market` = 'player_points_rebounds'
                THEN 82.0
                WHEN `t32`.`other_market` = 'player_points_assists'
                THEN 78.0
                WHEN `t32`.`other_market` = 'player_rebounds_assists'
                THEN 40.0
                WHEN `t32`.`other_market` = 'player_blocks_steals'
                THEN 11.0
                ELSE 100.0
              END AS BIGINT)
            ) AS `too_high_for_other`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t29`.`game_date`,
                `t29`.`bookmaker`,
                `t29`.`player_id`,
                `t29`.`market`,
                `t29`.`line`,
                `t30`.`other_market`,
                `t30`.`other_line`
              FROM (
                SELECT
                  `t24`.`game_date`,
                  `t24`.`bookmaker`,
                  `t24`.`player_id`,
                  `t24`.`market`,
                  `t24`.`line`
                FROM `t23` AS `t24`
                WHERE
                  `t24`.`stands` AND NOT (
                    `t24`.`is_alternate`
                  )
              ) AS `t29`
              INNER JOIN (
                SELECT
                  `t24`.`game_date`,
                  `t24`.`bookmaker`,
                  `t24`.`player_id`,
                  `t24`.`market` AS `other_market`,
                  `t24`.`line` AS `other_line`
                FROM `t23` AS `t24`
                WHERE
                  `t24`.`stands` AND NOT (
                    `t24`.`is_alternate`
                  )
              ) AS `t30`
                ON `t29`.`game_date` = `t30`.`game_date`
                AND `t29`.`bookmaker` = `t30`.`bookmaker`
                AND `t29`.`player_id` = `t30`.`player_id`
            ) AS `t31`
            WHERE
              `t31`.`market` <> `t31`.`other_market`
          ) AS `t32`
          GROUP BY
            1,
            2,
            3,
            4
        ) AS `t33`
        WHERE
          `t33`.`players` >= 10
          AND `t33`.`same` >= (
            `t33`.`players` * 0.9
          )
          AND (
            (
              `t33`.`too_high` > 0
            ) OR (
              `t33`.`too_high_for_other` = 0
            )
          )
      ) AS `t34`
    ) AS `t36`
      ON `t28`.`game_date` = `t36`.`game_date`
      AND `t28`.`bookmaker` = `t36`.`bookmaker`
      AND `t28`.`market` = `t36`.`market`
  ) AS `t37`
) AS `t38`
