-- rows 542010399a82daf5 6763020fff8d871c
WITH `t6` AS (
  SELECT
    `t0`.`game_id`,
    `t0`.`game_date`,
    `t0`.`season`,
    `t0`.`player_id`,
    0 AS `event`
  FROM `input_player_pool` AS `t0`
), `t25` AS (
  SELECT
    `t23`.`game_date`,
    `t23`.`season`,
    `t23`.`player_id`,
    `t23`.`games`,
    `t23`.`points_parts`,
    MIN(`t23`.`games`) OVER (
      PARTITION BY `t23`.`player_id`, `t23`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t21`.`game_date`,
      `t21`.`season`,
      `t21`.`player_id`,
      CAST(SUM(`t21`.`games`) OVER (
        PARTITION BY `t21`.`player_id`
        ORDER BY `t21`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t21`.`points_parts`) OVER (
        PARTITION BY `t21`.`player_id`
        ORDER BY `t21`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`
    FROM (
      SELECT
        `t19`.`game_date`,
        `t19`.`season`,
        `t19`.`player_id`,
        1 AS `games`,
        COALESCE(`t19`.`points`, 0) AS `points_parts`
      FROM (
        SELECT
          `t4`.`game_id`,
          `t4`.`game_date`,
          `t4`.`player_id`,
          `t4`.`player_name`,
          `t4`.`name_key`,
          `t4`.`team_id`,
          `t4`.`opponent_id`,
          `t4`.`season`,
          `t4`.`home`,
          `t4`.`starter`,
          `t4`.`seconds`,
          `t4`.`seconds_are_exact`,
          `t4`.`points`,
          `t4`.`rebounds`,
          `t4`.`offensive_rebounds`,
          `t4`.`defensive_rebounds`,
          `t4`.`assists`,
          `t4`.`steals`,
          `t4`.`blocks`,
          `t4`.`turnovers`,
          `t4`.`field_goals_made`,
          `t4`.`field_goals_attempted`,
          `t4`.`threes_made`,
          `t4`.`threes_attempted`,
          `t4`.`free_throws_made`,
          `t4`.`free_throws_attempted`,
          `t4`.`personal_fouls`,
          `t4`.`plus_minus`,
          `t4`.`effective_field_goal_share`,
          `t4`.`true_shooting_share`,
          `t4`.`usage_rate`,
          `t4`.`usage_rate_reason`,
          `t4`.`paint_attempts`,
          `t4`.`paint_makes`,
          `t4`.`mid_range_attempts`,
          `t4`.`mid_range_makes`,
          `t4`.`corner_three_attempts`,
          `t4`.`corner_three_makes`,
          `t4`.`above_break_three_attempts`,
          `t4`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t4`.`player_id` ORDER BY `t4`.`game_date` ASC NULLS LAST) - 1 AS `number`
        FROM `input_player_game_summary` AS `t4`
      ) AS `t19`
    ) AS `t21`
  ) AS `t23`
), `t41` AS (
  SELECT
    `t38`.`game_date`,
    `t38`.`season`,
    `t38`.`player_id`,
    `t38`.`games`,
    `t38`.`breakouts_count`,
    `t38`.`breakouts_parts`,
    MIN(`t38`.`games`) OVER (
      PARTITION BY `t38`.`player_id`, `t38`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t30`.`game_date`,
      `t30`.`season`,
      `t30`.`player_id`,
      CAST(SUM(`t30`.`games`) OVER (
        PARTITION BY `t30`.`player_id`
        ORDER BY `t30`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t30`.`breakouts_count`) OVER (
        PARTITION BY `t30`.`player_id`
        ORDER BY `t30`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `breakouts_count`,
      CAST(SUM(`t30`.`breakouts_parts`) OVER (
        PARTITION BY `t30`.`player_id`
        ORDER BY `t30`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `breakouts_parts`
    FROM (
      SELECT
        `t24`.`game_date`,
        `t24`.`season`,
        `t24`.`player_id`,
        1 AS `games`,
        CAST(`t24`.`breakout` IS NOT NULL AS BIGINT) AS `breakouts_count`,
        COALESCE(`t24`.`breakout`, 0) AS `breakouts_parts`
      FROM (
        SELECT
          `t22`.`game_id`,
          `t22`.`game_date`,
          `t22`.`season`,
          `t22`.`player_id`,
          `t22`.`points`,
          `t22`.`game_id_right`,
          `t22`.`player_id_right`,
          `t22`.`expected`,
          `t22`.`breakout`,
          ROW_NUMBER() OVER (PARTITION BY `t22`.`player_id` ORDER BY `t22`.`game_date` ASC NULLS LAST) - 1 AS `number`
        FROM (
          SELECT
            `t20`.`game_id`,
            `t20`.`game_date`,
            `t20`.`season`,
            `t20`.`player_id`,
            `t20`.`points`,
            `t20`.`game_id_right`,
            `t20`.`player_id_right`,
            `t20`.`expected`,
            CAST(`t20`.`points` >= (
              `t20`.`expected` * 1.5
            ) AS BIGINT) AS `breakout`
          FROM (
            SELECT
              `t18`.`game_id`,
              `t18`.`game_date`,
              `t18`.`season`,
              `t18`.`player_id`,
              `t18`.`points`,
              `t14`.`game_id` AS `game_id_right`,
              `t14`.`player_id` AS `player_id_right`,
              `t14`.`expected`
            FROM (
              SELECT
                `t4`.`game_id`,
                `t4`.`game_date`,
                `t4`.`season`,
                `t4`.`player_id`,
                `t4`.`points`
              FROM `input_player_game_summary` AS `t4`
            ) AS `t18`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`game_id`,
                `t1`.`player_id`,
                `t1`.`points_avg_season` AS `expected`
              FROM `input_player_daily_cache` AS `t1`
            ) AS `t14`
              ON `t18`.`game_id` = `t14`.`game_id` AND `t18`.`player_id` = `t14`.`player_id`
          ) AS `t20`
        ) AS `t22`
      ) AS `t24`
    ) AS `t30`
  ) AS `t38`
)
SELECT
  *
FROM (
  SELECT
    `t12`.`game_id`,
    `t12`.`player_id`,
    `t12`.`game_date`,
    CASE
      WHEN `t12`.`reported_status` = 'available'
      THEN 0
      WHEN `t12`.`reported_status` = 'probable'
      THEN 1
      WHEN `t12`.`reported_status` = 'questionable'
      THEN 2
      WHEN `t12`.`reported_status` = 'doubtful'
      THEN 3
      WHEN `t12`.`reported_status` = 'out'
      THEN 3
      WHEN `t12`.`reported_out` IS NOT NULL
      THEN 0
      ELSE NULL
    END AS `injury_risk`,
    CASE
      WHEN CASE
        WHEN `t66`.`games_last_5` > 2
        THEN `t66`.`points_avg_last_2` - (
          (
            (
              `t15`.`points_avg_last_5` * `t66`.`games_last_5`
            ) - (
              `t66`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t66`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END >= 4.999999999
      THEN 2
      WHEN CASE
        WHEN `t66`.`games_last_5` > 2
        THEN `t66`.`points_avg_last_2` - (
          (
            (
              `t15`.`points_avg_last_5` * `t66`.`games_last_5`
            ) - (
              `t66`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t66`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END >= 1.999999999
      THEN 1
      WHEN CASE
        WHEN `t66`.`games_last_5` > 2
        THEN `t66`.`points_avg_last_2` - (
          (
            (
              `t15`.`points_avg_last_5` * `t66`.`games_last_5`
            ) - (
              `t66`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t66`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END <= -4.999999999
      THEN -2
      WHEN CASE
        WHEN `t66`.`games_last_5` > 2
        THEN `t66`.`points_avg_last_2` - (
          (
            (
              `t15`.`points_avg_last_5` * `t66`.`games_last_5`
            ) - (
              `t66`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t66`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END <= -1.999999999
      THEN -1
      WHEN CASE
        WHEN `t66`.`games_last_5` > 2
        THEN `t66`.`points_avg_last_2` - (
          (
            (
              `t15`.`points_avg_last_5` * `t66`.`games_last_5`
            ) - (
              `t66`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t66`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END IS NOT NULL
      AND NOT ISNAN(
        CASE
          WHEN `t66`.`games_last_5` > 2
          THEN `t66`.`points_avg_last_2` - (
            (
              (
                `t15`.`points_avg_last_5` * `t66`.`games_last_5`
              ) - (
                `t66`.`points_avg_last_2` * 2
              )
            ) / NULLIF(`t66`.`games_last_5` - 2, 0)
          )
          ELSE NULL
        END
      )
      THEN 0
      ELSE NULL
    END AS `recent_trend`,
    CASE
      WHEN (
        (
          `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
        ) - 1
      ) >= 0.199999999
      THEN 2
      WHEN (
        (
          `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
        ) - 1
      ) >= 0.099999999
      THEN 1
      WHEN (
        (
          `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
        ) - 1
      ) <= -0.199999999
      THEN -2
      WHEN (
        (
          `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
        ) - 1
      ) <= -0.099999999
      THEN -1
      WHEN (
        (
          `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
        ) - 1
      ) IS NOT NULL
      AND NOT ISNAN((
        `t15`.`minutes_avg_last_10` / NULLIF(`t15`.`minutes_avg_season`, 0)
      ) - 1)
      THEN 0
      ELSE NULL
    END AS `minutes_change`,
    `t15`.`free_throws_made_avg_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0) AS `free_throw_points_share`,
    `t15`.`points_avg_last_10` / NULLIF(`t15`.`minutes_avg_last_10`, 0) AS `points_per_minute`,
    CASE
      WHEN CASE
        WHEN (
          (
            `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
          ) / NULLIF(`t15`.`points_std_season`, 0)
        ) IS NOT NULL
        AND NOT ISNAN(
          (
            `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
          ) / NULLIF(`t15`.`points_std_season`, 0)
        )
        THEN LEAST(
          (
            `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
          ) / NULLIF(`t15`.`points_std_season`, 0),
          3.0
        )
        ELSE NULL
      END IS NOT NULL
      AND NOT ISNAN(
        CASE
          WHEN (
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0)
          ) IS NOT NULL
          AND NOT ISNAN(
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0)
          )
          THEN LEAST(
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0),
            3.0
          )
          ELSE NULL
        END
      )
      THEN GREATEST(
        CASE
          WHEN (
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0)
          ) IS NOT NULL
          AND NOT ISNAN(
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0)
          )
          THEN LEAST(
            (
              `t15`.`points_avg_last_5` - `t15`.`points_avg_season`
            ) / NULLIF(`t15`.`points_std_season`, 0),
            3.0
          )
          ELSE NULL
        END,
        -3.0
      )
      ELSE NULL
    END AS `points_zscore`,
    `t15`.`points_avg_last_5` > (
      `t15`.`points_avg_season` + (
        `t15`.`points_std_season` * 1.5
      )
    ) AS `breakout_flag`,
    `t70`.`breakouts_avg_last_20` AS `breakout_rate_last_20`,
    (
      (
        CASE
          WHEN CASE
            WHEN (
              (
                (
                  `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                ) - 1
              ) / 0.5
            ) IS NOT NULL
            AND NOT ISNAN(
              (
                (
                  `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                ) - 1
              ) / 0.5
            )
            THEN LEAST(
              (
                (
                  `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                ) - 1
              ) / 0.5,
              1.0
            )
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              )
              THEN LEAST(
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5,
                1.0
              )
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              )
              THEN LEAST(
                (
                  (
                    `t15`.`points_avg_last_3` / NULLIF(`t15`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5,
                1.0
              )
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.15
      ) + 0 + (
        CASE
          WHEN CASE
            WHEN (
              (
                1 - (
                  `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                )
              ) / 0.3
            ) IS NOT NULL
            AND NOT ISNAN(
              (
                1 - (
                  `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                )
              ) / 0.3
            )
            THEN LEAST(
              (
                1 - (
                  `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                )
              ) / 0.3,
              1.0
            )
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3
              )
              THEN LEAST(
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3,
                1.0
              )
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3
              )
              THEN LEAST(
                (
                  1 - (
                    `t15`.`points_avg_last_5` / NULLIF(`t15`.`points_avg_season`, 0)
                  )
                ) / 0.3,
                1.0
              )
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.1
      ) + (
        CASE
          WHEN CASE
            WHEN (
              (
                `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
              ) / 0.8
            ) IS NOT NULL
            AND NOT ISNAN((
              `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
            ) / 0.8)
            THEN LEAST(
              (
                `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
              ) / 0.8,
              1.0
            )
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
                ) / 0.8
              ) IS NOT NULL
              AND NOT ISNAN((
                `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
              ) / 0.8)
              THEN LEAST(
                (
                  `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
                ) / 0.8,
                1.0
              )
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                (
                  `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
                ) / 0.8
              ) IS NOT NULL
              AND NOT ISNAN((
                `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
              ) / 0.8)
              THEN LEAST(
                (
                  `t15`.`points_std_last_10` / NULLIF(`t15`.`points_avg_last_10`, 0)
                ) / 0.8,
                1.0
              )
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.25
      ) + (
        CASE
          WHEN CASE
            WHEN (
              (
                `t17`.`opponent_strength_score` / 6
              ) + 0.5
            ) IS NOT NULL
            AND NOT ISNAN((
              `t17`.`opponent_strength_score` / 6
            ) + 0.5)
            THEN LEAST((
              `t17`.`opponent_strength_score` / 6
            ) + 0.5, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  `t17`.`opponent_strength_score` / 6
                ) + 0.5
              ) IS NOT NULL
              AND NOT ISNAN((
                `t17`.`opponent_strength_score` / 6
              ) + 0.5)
              THEN LEAST((
                `t17`.`opponent_strength_score` / 6
              ) + 0.5, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                (
                  `t17`.`opponent_strength_score` / 6
                ) + 0.5
              ) IS NOT NULL
              AND NOT ISNAN((
                `t17`.`opponent_strength_score` / 6
              ) + 0.5)
              THEN LEAST((
                `t17`.`opponent_strength_score` / 6
              ) + 0.5, 1.0)
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.2
      ) + (
        CASE
          WHEN CASE
            WHEN (
              `t16`.`teammates_newly_out_points` / 30
            ) IS NOT NULL
            AND NOT ISNAN(`t16`.`teammates_newly_out_points` / 30)
            THEN LEAST(`t16`.`teammates_newly_out_points` / 30, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                `t16`.`teammates_newly_out_points` / 30
              ) IS NOT NULL
              AND NOT ISNAN(`t16`.`teammates_newly_out_points` / 30)
              THEN LEAST(`t16`.`teammates_newly_out_points` / 30, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                `t16`.`teammates_newly_out_points` / 30
              ) IS NOT NULL
              AND NOT ISNAN(`t16`.`teammates_newly_out_points` / 30)
              THEN LEAST(`t16`.`teammates_newly_out_points` / 30, 1.0)
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.15
      ) + (
        CASE
          WHEN CASE
            WHEN (
              `t70`.`breakouts_avg_last_20` / 0.3
            ) IS NOT NULL
            AND NOT ISNAN(`t70`.`breakouts_avg_last_20` / 0.3)
            THEN LEAST(`t70`.`breakouts_avg_last_20` / 0.3, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                `t70`.`breakouts_avg_last_20` / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(`t70`.`breakouts_avg_last_20` / 0.3)
              THEN LEAST(`t70`.`breakouts_avg_last_20` / 0.3, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                `t70`.`breakouts_avg_last_20` / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(`t70`.`breakouts_avg_last_20` / 0.3)
              THEN LEAST(`t70`.`breakouts_avg_last_20` / 0.3, 1.0)
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.15
      )
    ) * 100 AS `breakout_risk_score`,
    CAST(`t15`.`points_std_last_10` >= (
      `t15`.`points_avg_last_10` * 0.6
    ) AS BIGINT) + 0 + CAST(`t15`.`points_avg_last_5` <= (
      `t15`.`points_avg_last_10` * 0.8
    ) AS BIGINT) + CAST((
      `t15`.`starts_avg_last_10` >= 0.5
    )
    AND (
      `t15`.`usage_rate_avg_last_10` >= 18
    ) AS BIGINT) + CAST(`t12`.`home` AS BIGINT) + CAST(`t16`.`games_last_7_days` <= 2 AS BIGINT) AS `composite_breakout_signal`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`game_date`,
      `t0`.`home`,
      `t0`.`reported_status`,
      `t0`.`reported_out`
    FROM `input_player_pool` AS `t0`
  ) AS `t12`
  INNER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`points_avg_last_3`,
      `t1`.`points_avg_last_5`,
      `t1`.`points_avg_last_10`,
      `t1`.`points_avg_season`,
      `t1`.`points_std_last_10`,
      `t1`.`points_std_season`,
      `t1`.`minutes_avg_last_10`,
      `t1`.`minutes_avg_season`,
      `t1`.`free_throws_made_avg_last_10`,
      `t1`.`starts_avg_last_10`,
      `t1`.`usage_rate_avg_last_10`
    FROM `input_player_daily_cache` AS `t1`
  ) AS `t15`
    ON `t12`.`game_id` = `t15`.`game_id` AND `t12`.`player_id` = `t15`.`player_id`
  INNER JOIN (
    SELECT
      `t61`.`game_id`,
      `t61`.`player_id`,
      COALESCE(`t61`.`games_last_2`, 0) AS `games_last_2`,
      COALESCE(`t61`.`games_last_5`, 0) AS `games_last_5`,
      (
        `t61`.`points_parts_last_2` / 1
      ) / NULLIF(`t61`.`games_last_2`, 0) AS `points_avg_last_2`,
      (
        `t61`.`points_parts_last_5` / 1
      ) / NULLIF(`t61`.`games_last_5`, 0) AS `points_avg_last_5`
    FROM (
      SELECT
        `t56`.`game_id`,
        `t56`.`player_id`,
        `t56`.`last_games`,
        `t56`.`last_games` - COALESCE(`t31`.`last_2_games`, 0) AS `games_last_2`,
        `t56`.`last_points_parts` - COALESCE(`t31`.`last_2_points_parts`, 0) AS `points_parts_last_2`,
        `t56`.`last_games` - COALESCE(`t32`.`last_5_games`, 0) AS `games_last_5`,
        `t56`.`last_points_parts` - COALESCE(`t32`.`last_5_points_parts`, 0) AS `points_parts_last_5`
      FROM (
        SELECT
          `t54`.`game_id`,
          `t54`.`game_date`,
          `t54`.`season`,
          `t54`.`player_id`,
          `t54`.`too_old`,
          `t54`.`last_game_date`,
          `t54`.`last_season`,
          `t54`.`last_player_id`,
          `t54`.`last_games`,
          `t54`.`last_points_parts`,
          `t54`.`last_games_before_season`,
          `t54`.`last_number`
        FROM (
          SELECT
            `t46`.`game_id`,
            `t46`.`game_date`,
            `t46`.`season`,
            `t46`.`player_id`,
            `t46`.`entered`,
            `t46`.`too_old`,
            `t39`.`last_game_date`,
            `t39`.`last_season`,
            `t39`.`last_player_id`,
            `t39`.`last_games`,
            `t39`.`last_points_parts`,
            `t39`.`last_games_before_season`,
            `t39`.`last_number`
          FROM (
            SELECT
              `t40`.`game_id`,
              `t40`.`game_date`,
              `t40`.`season`,
              `t40`.`player_id`,
              `t40`.`entered`,
              `t40`.`too_old`
            FROM (
              SELECT
                `t36`.`game_id`,
                `t36`.`game_date`,
                `t36`.`season`,
                `t36`.`player_id`,
                `t36`.`event`,
                CAST(SUM(CAST(`t36`.`event` = 1 AS INT)) OVER (
                  PARTITION BY `t36`.`player_id`
                  ORDER BY `t36`.`game_date` ASC NULLS LAST, `t36`.`event` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS BIGINT) AS `entered`,
                CAST(SUM(CAST(`t36`.`event` = 2 AS INT)) OVER (
                  PARTITION BY `t36`.`player_id`
                  ORDER BY `t36`.`game_date` ASC NULLS LAST, `t36`.`event` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS BIGINT) AS `too_old`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(NULL AS STRING) AS `game_id`,
                    CAST(CAST(`t26`.`game_date` - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS `game_date`,
                    CAST(NULL AS STRING) AS `season`,
                    `t26`.`player_id`,
                    2 AS `event`
                  FROM `t25` AS `t26`
                ) AS `t35`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM `t6` AS `t13`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      CAST(NULL AS STRING) AS `game_id`,
                      `t26`.`game_date`,
                      CAST(NULL AS STRING) AS `season`,
                      `t26`.`player_id`,
                      1 AS `event`
                    FROM `t25` AS `t26`
                  ) AS `t29`
                ) AS `t33`
              ) AS `t36`
            ) AS `t40`
            WHERE
              `t40`.`event` = 0
          ) AS `t46`
          LEFT OUTER JOIN (
            SELECT
              `t34`.`game_date` AS `last_game_date`,
              `t34`.`season` AS `last_season`,
              `t34`.`player_id` AS `last_player_id`,
              `t34`.`games` AS `last_games`,
              `t34`.`points_parts` AS `last_points_parts`,
              `t34`.`games_before_season` AS `last_games_before_season`,
              `t34`.`number` AS `last_number`
            FROM (
              SELECT
                `t26`.`game_date`,
                `t26`.`season`,
                `t26`.`player_id`,
                `t26`.`games`,
                `t26`.`points_parts`,
                `t26`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t26`.`player_id` ORDER BY `t26`.`game_date` ASC NULLS LAST) - 1 AS `number`
              FROM `t25` AS `t26`
            ) AS `t34`
          ) AS `t39`
            ON `t46`.`player_id` = `t39`.`last_player_id`
            AND CASE WHEN `t46`.`entered` > `t46`.`too_old` THEN `t46`.`entered` - 1 ELSE NULL END = `t39`.`last_number`
        ) AS `t54`
      ) AS `t56`
      LEFT OUTER JOIN (
        SELECT
          `t26`.`player_id` AS `last_2_owner`,
          `t26`.`games` AS `last_2_games`,
          `t26`.`points_parts` AS `last_2_points_parts`
        FROM `t25` AS `t26`
      ) AS `t31`
        ON `t56`.`player_id` = `t31`.`last_2_owner`
        AND CASE
          WHEN (
            (
              `t56`.`last_games` - 2
            ) IS NOT NULL
          )
          AND (
            `t56`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t56`.`last_games` - 2, `t56`.`too_old`)
          ELSE NULL
        END = `t31`.`last_2_games`
      LEFT OUTER JOIN (
        SELECT
          `t26`.`player_id` AS `last_5_owner`,
          `t26`.`games` AS `last_5_games`,
          `t26`.`points_parts` AS `last_5_points_parts`
        FROM `t25` AS `t26`
      ) AS `t32`
        ON `t56`.`player_id` = `t32`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t56`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t56`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t56`.`last_games` - 5, `t56`.`too_old`)
          ELSE NULL
        END = `t32`.`last_5_games`
    ) AS `t61`
  ) AS `t66`
    ON `t12`.`game_id` = `t66`.`game_id` AND `t12`.`player_id` = `t66`.`player_id`
  INNER JOIN (
    SELECT
      `t68`.`game_id`,
      `t68`.`player_id`,
      COALESCE(`t68`.`games_last_20`, 0) AS `games_last_20`,
      (
        `t68`.`breakouts_parts_last_20` / 1
      ) / NULLIF(`t68`.`breakouts_count_last_20`, 0) AS `breakouts_avg_last_20`
    FROM (
      SELECT
        `t65`.`game_id`,
        `t65`.`player_id`,
        `t65`.`last_games`,
        `t65`.`last_games` - COALESCE(`t47`.`last_20_games`, 0) AS `games_last_20`,
        `t65`.`last_breakouts_count` - COALESCE(`t47`.`last_20_breakouts_count`, 0) AS `breakouts_count_last_20`,
        `t65`.`last_breakouts_parts` - COALESCE(`t47`.`last_20_breakouts_parts`, 0) AS `breakouts_parts_last_20`
      FROM (
        SELECT
          `t62`.`game_id`,
          `t62`.`game_date`,
          `t62`.`season`,
          `t62`.`player_id`,
          `t62`.`too_old`,
          `t62`.`last_game_date`,
          `t62`.`last_season`,
          `t62`.`last_player_id`,
          `t62`.`last_games`,
          `t62`.`last_breakouts_count`,
          `t62`.`last_breakouts_parts`,
          `t62`.`last_games_before_season`,
          `t62`.`last_number`
        FROM (
          SELECT
            `t59`.`game_id`,
            `t59`.`game_date`,
            `t59`.`season`,
            `t59`.`player_id`,
            `t59`.`entered`,
            `t59`.`too_old`,
            `t53`.`last_game_date`,
            `t53`.`last_season`,
            `t53`.`last_player_id`,
            `t53`.`last_games`,
            `t53`.`last_breakouts_count`,
            `t53`.`last_breakouts_parts`,
            `t53`.`last_games_before_season`,
            `t53`.`last_number`
          FROM (
            SELECT
              `t57`.`game_id`,
              `t57`.`game_date`,
              `t57`.`season`,
              `t57`.`player_id`,
              `t57`.`entered`,
              `t57`.`too_old`
            FROM (
              SELECT
                `t51`.`game_id`,
                `t51`.`game_date`,
                `t51`.`season`,
                `t51`.`player_id`,
                `t51`.`event`,
                CAST(SUM(CAST(`t51`.`event` = 1 AS INT)) OVER (
                  PARTITION BY `t51`.`player_id`
                  ORDER BY `t51`.`game_date` ASC NULLS LAST, `t51`.`event` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS BIGINT) AS `entered`,
                CAST(SUM(CAST(`t51`.`event` = 2 AS INT)) OVER (
                  PARTITION BY `t51`.`player_id`
                  ORDER BY `t51`.`game_date` ASC NULLS LAST, `t51`.`event` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS BIGINT) AS `too_old`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(NULL AS STRING) AS `game_id`,
                    CAST(CAST(`t42`.`game_date` - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS `game_date`,
                    CAST(NULL AS STRING) AS `season`,
                    `t42`.`player_id`,
                    2 AS `event`
                  FROM `t41` AS `t42`
                ) AS `t50`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM `t6` AS `t13`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      CAST(NULL AS STRING) AS `game_id`,
                      `t42`.`game_date`,
                      CAST(NULL AS STRING) AS `season`,
                      `t42`.`player_id`,
                      1 AS `event`
                    FROM `t41` AS `t42`
                  ) AS `t45`
                ) AS `t48`
              ) AS `t51`
            ) AS `t57`
            WHERE
              `t57`.`event` = 0
          ) AS `t59`
          LEFT OUTER JOIN (
            SELECT
              `t49`.`game_date` AS `last_game_date`,
              `t49`.`season` AS `last_season`,
              `t49`.`player_id` AS `last_player_id`,
              `t49`.`games` AS `last_games`,
              `t49`.`breakouts_count` AS `last_breakouts_count`,
              `t49`.`breakouts_parts` AS `last_breakouts_parts`,
              `t49`.`games_before_season` AS `last_games_before_season`,
              `t49`.`number` AS `last_number`
            FROM (
              SELECT
                `t42`.`game_date`,
                `t42`.`season`,
                `t42`.`player_id`,
                `t42`.`games`,
                `t42`.`breakouts_count`,
                `t42`.`breakouts_parts`,
                `t42`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t42`.`player_id` ORDER BY `t42`.`game_date` ASC NULLS LAST) - 1 AS `number`
              FROM `t41` AS `t42`
            ) AS `t49`
          ) AS `t53`
            ON `t59`.`player_id` = `t53`.`last_player_id`
            AND CASE WHEN `t59`.`entered` > `t59`.`too_old` THEN `t59`.`entered` - 1 ELSE NULL END = `t53`.`last_number`
        ) AS `t62`
      ) AS `t65`
      LEFT OUTER JOIN (
        SELECT
          `t42`.`player_id` AS `last_20_owner`,
          `t42`.`games` AS `last_20_games`,
          `t42`.`breakouts_count` AS `last_20_breakouts_count`,
          `t42`.`breakouts_parts` AS `last_20_breakouts_parts`
        FROM `t41` AS `t42`
      ) AS `t47`
        ON `t65`.`player_id` = `t47`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t65`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t65`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t65`.`last_games` - 20, `t65`.`too_old`)
          ELSE NULL
        END = `t47`.`last_20_games`
    ) AS `t68`
  ) AS `t70`
    ON `t12`.`game_id` = `t70`.`game_id` AND `t12`.`player_id` = `t70`.`player_id`
  INNER JOIN (
    SELECT
      `t2`.`game_id`,
      `t2`.`player_id`,
      `t2`.`games_last_7_days`,
      `t2`.`teammates_newly_out_points`
    FROM `input_upcoming_player_game_context` AS `t2`
  ) AS `t16`
    ON `t12`.`game_id` = `t16`.`game_id` AND `t12`.`player_id` = `t16`.`player_id`
  INNER JOIN (
    SELECT
      `t3`.`game_id`,
      `t3`.`player_id`,
      `t3`.`opponent_strength_score`
    FROM `input_player_composite_factors` AS `t3`
  ) AS `t17`
    ON `t12`.`game_id` = `t17`.`game_id` AND `t12`.`player_id` = `t17`.`player_id`
) AS `t71`
