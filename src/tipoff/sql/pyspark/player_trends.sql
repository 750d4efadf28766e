-- rows b0f3c22d1f5de7e6 bd2a19d3ad813f75
WITH `t24` AS (
  SELECT
    `t20`.`game_id`,
    `t20`.`game_date`,
    `t20`.`season`,
    `t20`.`player_id`,
    `t20`.`points`,
    `t16`.`game_id` AS `game_id_right`,
    `t16`.`player_id` AS `player_id_right`,
    `t16`.`expected`
  FROM (
    SELECT
      `t4`.`game_id`,
      `t4`.`game_date`,
      `t4`.`season`,
      `t4`.`player_id`,
      `t4`.`points`
    FROM `input_player_game_summary` AS `t4`
  ) AS `t20`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`points_avg_season` AS `expected`
    FROM `input_player_daily_cache` AS `t1`
  ) AS `t16`
    ON `t20`.`game_id` = `t16`.`game_id` AND `t20`.`player_id` = `t16`.`player_id`
), `t36` AS (
  SELECT
    `t30`.`game_date`,
    `t30`.`season`,
    `t30`.`player_id`,
    `t30`.`games`,
    `t30`.`points_parts`,
    MIN(`t30`.`games`) OVER (
      PARTITION BY `t30`.`player_id`, `t30`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t25`.`game_date`,
      `t25`.`season`,
      `t25`.`player_id`,
      CAST(SUM(`t25`.`games`) OVER (
        PARTITION BY `t25`.`player_id`
        ORDER BY `t25`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t25`.`points_parts`) OVER (
        PARTITION BY `t25`.`player_id`
        ORDER BY `t25`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`
    FROM (
      SELECT
        `t22`.`game_date`,
        `t22`.`season`,
        `t22`.`player_id`,
        1 AS `games`,
        COALESCE(`t22`.`points`, 0) AS `points_parts`
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
          ROW_NUMBER() OVER (PARTITION BY `t4`.`player_id` ORDER BY `t4`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t4`.`game_date`) OVER (PARTITION BY `t4`.`player_id` ORDER BY `t4`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM `input_player_game_summary` AS `t4`
      ) AS `t22`
    ) AS `t25`
  ) AS `t30`
), `t51` AS (
  SELECT
    `t50`.`game_date`,
    `t50`.`season`,
    `t50`.`player_id`,
    `t50`.`games`,
    `t50`.`breakouts_count`,
    `t50`.`breakouts_parts`,
    MIN(`t50`.`games`) OVER (
      PARTITION BY `t50`.`player_id`, `t50`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t44`.`game_date`,
      `t44`.`season`,
      `t44`.`player_id`,
      CAST(SUM(`t44`.`games`) OVER (
        PARTITION BY `t44`.`player_id`
        ORDER BY `t44`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t44`.`breakouts_count`) OVER (
        PARTITION BY `t44`.`player_id`
        ORDER BY `t44`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `breakouts_count`,
      CAST(SUM(`t44`.`breakouts_parts`) OVER (
        PARTITION BY `t44`.`player_id`
        ORDER BY `t44`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `breakouts_parts`
    FROM (
      SELECT
        `t38`.`game_date`,
        `t38`.`season`,
        `t38`.`player_id`,
        1 AS `games`,
        CAST(`t38`.`breakout` IS NOT NULL AS BIGINT) AS `breakouts_count`,
        COALESCE(`t38`.`breakout`, 0) AS `breakouts_parts`
      FROM (
        SELECT
          `t31`.`game_id`,
          `t31`.`game_date`,
          `t31`.`season`,
          `t31`.`player_id`,
          `t31`.`points`,
          `t31`.`game_id_right`,
          `t31`.`player_id_right`,
          `t31`.`expected`,
          `t31`.`breakout`,
          ROW_NUMBER() OVER (PARTITION BY `t31`.`player_id` ORDER BY `t31`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t31`.`game_date`) OVER (PARTITION BY `t31`.`player_id` ORDER BY `t31`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            `t26`.`game_id`,
            `t26`.`game_date`,
            `t26`.`season`,
            `t26`.`player_id`,
            `t26`.`points`,
            `t26`.`game_id_right`,
            `t26`.`player_id_right`,
            `t26`.`expected`,
            CAST(`t26`.`points` >= (
              `t26`.`expected` * 1.5
            ) AS BIGINT) AS `breakout`
          FROM `t24` AS `t26`
        ) AS `t31`
      ) AS `t38`
    ) AS `t44`
  ) AS `t50`
)
SELECT
  *
FROM (
  SELECT
    `t14`.`game_id`,
    `t14`.`player_id`,
    `t14`.`game_date`,
    CASE
      WHEN `t14`.`reported_status` = 'available'
      THEN 0
      WHEN `t14`.`reported_status` = 'probable'
      THEN 1
      WHEN `t14`.`reported_status` = 'questionable'
      THEN 2
      WHEN `t14`.`reported_status` = 'doubtful'
      THEN 3
      WHEN `t14`.`reported_status` = 'out'
      THEN 3
      WHEN `t14`.`reported_out` IS NOT NULL
      THEN 0
      ELSE NULL
    END AS `injury_risk`,
    CASE
      WHEN CASE
        WHEN `t60`.`games_last_5` > 2
        THEN `t60`.`points_avg_last_2` - (
          (
            (
              `t17`.`points_avg_last_5` * `t60`.`games_last_5`
            ) - (
              `t60`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t60`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END >= 4.999999999
      THEN 2
      WHEN CASE
        WHEN `t60`.`games_last_5` > 2
        THEN `t60`.`points_avg_last_2` - (
          (
            (
              `t17`.`points_avg_last_5` * `t60`.`games_last_5`
            ) - (
              `t60`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t60`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END >= 1.999999999
      THEN 1
      WHEN CASE
        WHEN `t60`.`games_last_5` > 2
        THEN `t60`.`points_avg_last_2` - (
          (
            (
              `t17`.`points_avg_last_5` * `t60`.`games_last_5`
            ) - (
              `t60`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t60`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END <= -4.999999999
      THEN -2
      WHEN CASE
        WHEN `t60`.`games_last_5` > 2
        THEN `t60`.`points_avg_last_2` - (
          (
            (
              `t17`.`points_avg_last_5` * `t60`.`games_last_5`
            ) - (
              `t60`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t60`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END <= -1.999999999
      THEN -1
      WHEN CASE
        WHEN `t60`.`games_last_5` > 2
        THEN `t60`.`points_avg_last_2` - (
          (
            (
              `t17`.`points_avg_last_5` * `t60`.`games_last_5`
            ) - (
              `t60`.`points_avg_last_2` * 2
            )
          ) / NULLIF(`t60`.`games_last_5` - 2, 0)
        )
        ELSE NULL
      END IS NOT NULL
      AND NOT ISNAN(
        CASE
          WHEN `t60`.`games_last_5` > 2
          THEN `t60`.`points_avg_last_2` - (
            (
              (
                `t17`.`points_avg_last_5` * `t60`.`games_last_5`
              ) - (
                `t60`.`points_avg_last_2` * 2
              )
            ) / NULLIF(`t60`.`games_last_5` - 2, 0)
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
          `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
        ) - 1
      ) >= 0.199999999
      THEN 2
      WHEN (
        (
          `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
        ) - 1
      ) >= 0.099999999
      THEN 1
      WHEN (
        (
          `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
        ) - 1
      ) <= -0.199999999
      THEN -2
      WHEN (
        (
          `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
        ) - 1
      ) <= -0.099999999
      THEN -1
      WHEN (
        (
          `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
        ) - 1
      ) IS NOT NULL
      AND NOT ISNAN((
        `t17`.`minutes_avg_last_10` / NULLIF(`t17`.`minutes_avg_season`, 0)
      ) - 1)
      THEN 0
      ELSE NULL
    END AS `minutes_change`,
    `t17`.`free_throws_made_avg_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0) AS `free_throw_points_share`,
    `t17`.`points_avg_last_10` / NULLIF(`t17`.`minutes_avg_last_10`, 0) AS `points_per_minute`,
    CASE
      WHEN CASE
        WHEN (
          (
            `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
          ) / NULLIF(`t17`.`points_std_season`, 0)
        ) IS NOT NULL
        AND NOT ISNAN(
          (
            `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
          ) / NULLIF(`t17`.`points_std_season`, 0)
        )
        THEN LEAST(
          (
            `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
          ) / NULLIF(`t17`.`points_std_season`, 0),
          3.0
        )
        ELSE NULL
      END IS NOT NULL
      AND NOT ISNAN(
        CASE
          WHEN (
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0)
          ) IS NOT NULL
          AND NOT ISNAN(
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0)
          )
          THEN LEAST(
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0),
            3.0
          )
          ELSE NULL
        END
      )
      THEN GREATEST(
        CASE
          WHEN (
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0)
          ) IS NOT NULL
          AND NOT ISNAN(
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0)
          )
          THEN LEAST(
            (
              `t17`.`points_avg_last_5` - `t17`.`points_avg_season`
            ) / NULLIF(`t17`.`points_std_season`, 0),
            3.0
          )
          ELSE NULL
        END,
        -3.0
      )
      ELSE NULL
    END AS `points_zscore`,
    `t17`.`points_avg_last_5` > (
      `t17`.`points_avg_season` + (
        `t17`.`points_std_season` * 1.5
      )
    ) AS `breakout_flag`,
    `t65`.`breakouts_avg_last_20` AS `breakout_rate_last_20`,
    (
      (
        CASE
          WHEN CASE
            WHEN (
              (
                (
                  `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                ) - 1
              ) / 0.5
            ) IS NOT NULL
            AND NOT ISNAN(
              (
                (
                  `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                ) - 1
              ) / 0.5
            )
            THEN LEAST(
              (
                (
                  `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
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
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  (
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              )
              THEN LEAST(
                (
                  (
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
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
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  (
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
                  ) - 1
                ) / 0.5
              )
              THEN LEAST(
                (
                  (
                    `t17`.`points_avg_last_3` / NULLIF(`t17`.`points_avg_season`, 0)
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
                  `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                )
              ) / 0.3
            ) IS NOT NULL
            AND NOT ISNAN(
              (
                1 - (
                  `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                )
              ) / 0.3
            )
            THEN LEAST(
              (
                1 - (
                  `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
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
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                  )
                ) / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  1 - (
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                  )
                ) / 0.3
              )
              THEN LEAST(
                (
                  1 - (
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
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
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                  )
                ) / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(
                (
                  1 - (
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
                  )
                ) / 0.3
              )
              THEN LEAST(
                (
                  1 - (
                    `t17`.`points_avg_last_5` / NULLIF(`t17`.`points_avg_season`, 0)
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
                `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
              ) / 0.8
            ) IS NOT NULL
            AND NOT ISNAN((
              `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
            ) / 0.8)
            THEN LEAST(
              (
                `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
              ) / 0.8,
              1.0
            )
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
                ) / 0.8
              ) IS NOT NULL
              AND NOT ISNAN((
                `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
              ) / 0.8)
              THEN LEAST(
                (
                  `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
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
                  `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
                ) / 0.8
              ) IS NOT NULL
              AND NOT ISNAN((
                `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
              ) / 0.8)
              THEN LEAST(
                (
                  `t17`.`points_std_last_10` / NULLIF(`t17`.`points_avg_last_10`, 0)
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
                `t19`.`opponent_strength_score` / 6
              ) + 0.5
            ) IS NOT NULL
            AND NOT ISNAN((
              `t19`.`opponent_strength_score` / 6
            ) + 0.5)
            THEN LEAST((
              `t19`.`opponent_strength_score` / 6
            ) + 0.5, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                (
                  `t19`.`opponent_strength_score` / 6
                ) + 0.5
              ) IS NOT NULL
              AND NOT ISNAN((
                `t19`.`opponent_strength_score` / 6
              ) + 0.5)
              THEN LEAST((
                `t19`.`opponent_strength_score` / 6
              ) + 0.5, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                (
                  `t19`.`opponent_strength_score` / 6
                ) + 0.5
              ) IS NOT NULL
              AND NOT ISNAN((
                `t19`.`opponent_strength_score` / 6
              ) + 0.5)
              THEN LEAST((
                `t19`.`opponent_strength_score` / 6
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
              `t18`.`teammates_newly_out_points` / 30
            ) IS NOT NULL
            AND NOT ISNAN(`t18`.`teammates_newly_out_points` / 30)
            THEN LEAST(`t18`.`teammates_newly_out_points` / 30, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                `t18`.`teammates_newly_out_points` / 30
              ) IS NOT NULL
              AND NOT ISNAN(`t18`.`teammates_newly_out_points` / 30)
              THEN LEAST(`t18`.`teammates_newly_out_points` / 30, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                `t18`.`teammates_newly_out_points` / 30
              ) IS NOT NULL
              AND NOT ISNAN(`t18`.`teammates_newly_out_points` / 30)
              THEN LEAST(`t18`.`teammates_newly_out_points` / 30, 1.0)
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
              `t65`.`breakouts_avg_last_20` / 0.3
            ) IS NOT NULL
            AND NOT ISNAN(`t65`.`breakouts_avg_last_20` / 0.3)
            THEN LEAST(`t65`.`breakouts_avg_last_20` / 0.3, 1.0)
            ELSE NULL
          END IS NOT NULL
          AND NOT ISNAN(
            CASE
              WHEN (
                `t65`.`breakouts_avg_last_20` / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(`t65`.`breakouts_avg_last_20` / 0.3)
              THEN LEAST(`t65`.`breakouts_avg_last_20` / 0.3, 1.0)
              ELSE NULL
            END
          )
          THEN GREATEST(
            CASE
              WHEN (
                `t65`.`breakouts_avg_last_20` / 0.3
              ) IS NOT NULL
              AND NOT ISNAN(`t65`.`breakouts_avg_last_20` / 0.3)
              THEN LEAST(`t65`.`breakouts_avg_last_20` / 0.3, 1.0)
              ELSE NULL
            END,
            0.0
          )
          ELSE NULL
        END * 0.15
      )
    ) * 100 AS `breakout_risk_score`,
    CAST(`t17`.`points_std_last_10` >= (
      `t17`.`points_avg_last_10` * 0.6
    ) AS BIGINT) + 0 + CAST(`t17`.`points_avg_last_5` <= (
      `t17`.`points_avg_last_10` * 0.8
    ) AS BIGINT) + CAST((
      `t17`.`starts_avg_last_10` >= 0.5
    )
    AND (
      `t17`.`usage_rate_avg_last_10` >= 18
    ) AS BIGINT) + CAST(`t14`.`home` AS BIGINT) + CAST(`t18`.`games_last_7_days` <= 2 AS BIGINT) AS `composite_breakout_signal`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`game_date`,
      `t0`.`home`,
      `t0`.`reported_status`,
      `t0`.`reported_out`
    FROM `input_player_pool` AS `t0`
  ) AS `t14`
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
  ) AS `t17`
    ON `t14`.`game_id` = `t17`.`game_id` AND `t14`.`player_id` = `t17`.`player_id`
  INNER JOIN (
    SELECT
      `t55`.`game_id`,
      `t55`.`player_id`,
      COALESCE(`t55`.`games_last_2`, 0) AS `games_last_2`,
      COALESCE(`t55`.`games_last_5`, 0) AS `games_last_5`,
      (
        `t55`.`points_parts_last_2` / 1
      ) / NULLIF(`t55`.`games_last_2`, 0) AS `points_avg_last_2`,
      (
        `t55`.`points_parts_last_5` / 1
      ) / NULLIF(`t55`.`games_last_5`, 0) AS `points_avg_last_5`
    FROM (
      SELECT
        `t15`.`game_id`,
        `t15`.`player_id`,
        `t49`.`last_games`,
        `t49`.`last_games` - COALESCE(`t42`.`last_2_games`, 0) AS `games_last_2`,
        `t49`.`last_points_parts` - COALESCE(`t42`.`last_2_points_parts`, 0) AS `points_parts_last_2`,
        `t49`.`last_games` - COALESCE(`t43`.`last_5_games`, 0) AS `games_last_5`,
        `t49`.`last_points_parts` - COALESCE(`t43`.`last_5_points_parts`, 0) AS `points_parts_last_5`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`game_date`,
          `t0`.`season`,
          `t0`.`player_id`
        FROM `input_player_pool` AS `t0`
      ) AS `t15`
      LEFT OUTER JOIN (
        SELECT
          `t46`.`game_date` AS `last_game_date`,
          `t46`.`season` AS `last_season`,
          `t46`.`player_id` AS `last_player_id`,
          `t46`.`games` AS `last_games`,
          `t46`.`points_parts` AS `last_points_parts`,
          `t46`.`games_before_season` AS `last_games_before_season`,
          `t46`.`number` AS `last_number`,
          `t46`.`next_date` AS `last_next_date`
        FROM (
          SELECT
            `t39`.`game_date`,
            `t39`.`season`,
            `t39`.`player_id`,
            `t39`.`games`,
            `t39`.`points_parts`,
            `t39`.`games_before_season`,
            ROW_NUMBER() OVER (PARTITION BY `t39`.`player_id` ORDER BY `t39`.`game_date` ASC NULLS LAST) - 1 AS `number`,
            LEAD(`t39`.`game_date`) OVER (PARTITION BY `t39`.`player_id` ORDER BY `t39`.`game_date` ASC NULLS LAST) AS `next_date`
          FROM `t36` AS `t39`
        ) AS `t46`
      ) AS `t49`
        ON `t15`.`player_id` = `t49`.`last_player_id`
        AND `t15`.`game_date` > `t49`.`last_game_date`
        AND (
          (
            `t49`.`last_next_date` IS NULL
          )
          OR (
            `t15`.`game_date` <= `t49`.`last_next_date`
          )
        )
        AND DATEDIFF(DAY, `t49`.`last_game_date`, `t15`.`game_date`) <= 365
      INNER JOIN (
        SELECT
          `t21`.`game_id`,
          `t21`.`player_id`,
          COALESCE(`t28`.`last_number`, -1) + 1 AS `too_old`
        FROM (
          SELECT
            `t0`.`game_id`,
            `t0`.`player_id`,
            `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
          FROM `input_player_pool` AS `t0`
        ) AS `t21`
        LEFT OUTER JOIN (
          SELECT
            `t23`.`game_date` AS `last_game_date`,
            `t23`.`player_id` AS `last_player_id`,
            `t23`.`number` AS `last_number`,
            `t23`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t11`.`game_date`,
              `t11`.`player_id`,
              ROW_NUMBER() OVER (PARTITION BY `t11`.`player_id` ORDER BY `t11`.`game_date` ASC NULLS LAST) - 1 AS `number`,
              LEAD(`t11`.`game_date`) OVER (PARTITION BY `t11`.`player_id` ORDER BY `t11`.`game_date` ASC NULLS LAST) AS `next_date`
            FROM (
              SELECT
                `t4`.`game_date`,
                `t4`.`player_id`
              FROM `input_player_game_summary` AS `t4`
            ) AS `t11`
          ) AS `t23`
        ) AS `t28`
          ON `t21`.`player_id` = `t28`.`last_player_id`
          AND `t21`.`game_date` > `t28`.`last_game_date`
          AND (
            (
              `t28`.`last_next_date` IS NULL
            )
            OR (
              `t21`.`game_date` <= `t28`.`last_next_date`
            )
          )
      ) AS `t34`
        ON `t15`.`game_id` = `t34`.`game_id` AND `t15`.`player_id` = `t34`.`player_id`
      LEFT OUTER JOIN (
        SELECT
          `t39`.`player_id` AS `last_2_owner`,
          `t39`.`games` AS `last_2_games`,
          `t39`.`points_parts` AS `last_2_points_parts`
        FROM `t36` AS `t39`
      ) AS `t42`
        ON `t15`.`player_id` = `t42`.`last_2_owner`
        AND CASE
          WHEN (
            (
              `t49`.`last_games` - 2
            ) IS NOT NULL
          )
          AND (
            `t34`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t49`.`last_games` - 2, `t34`.`too_old`)
          ELSE NULL
        END = `t42`.`last_2_games`
      LEFT OUTER JOIN (
        SELECT
          `t39`.`player_id` AS `last_5_owner`,
          `t39`.`games` AS `last_5_games`,
          `t39`.`points_parts` AS `last_5_points_parts`
        FROM `t36` AS `t39`
      ) AS `t43`
        ON `t15`.`player_id` = `t43`.`last_5_owner`
        AND CASE
          WHEN (
            (
              `t49`.`last_games` - 5
            ) IS NOT NULL
          )
          AND (
            `t34`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t49`.`last_games` - 5, `t34`.`too_old`)
          ELSE NULL
        END = `t43`.`last_5_games`
    ) AS `t55`
  ) AS `t60`
    ON `t14`.`game_id` = `t60`.`game_id` AND `t14`.`player_id` = `t60`.`player_id`
  INNER JOIN (
    SELECT
      `t63`.`game_id`,
      `t63`.`player_id`,
      COALESCE(`t63`.`games_last_20`, 0) AS `games_last_20`,
      (
        `t63`.`breakouts_parts_last_20` / 1
      ) / NULLIF(`t63`.`breakouts_count_last_20`, 0) AS `breakouts_avg_last_20`
    FROM (
      SELECT
        `t15`.`game_id`,
        `t15`.`player_id`,
        `t61`.`last_games`,
        `t61`.`last_games` - COALESCE(`t56`.`last_20_games`, 0) AS `games_last_20`,
        `t61`.`last_breakouts_count` - COALESCE(`t56`.`last_20_breakouts_count`, 0) AS `breakouts_count_last_20`,
        `t61`.`last_breakouts_parts` - COALESCE(`t56`.`last_20_breakouts_parts`, 0) AS `breakouts_parts_last_20`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`game_date`,
          `t0`.`season`,
          `t0`.`player_id`
        FROM `input_player_pool` AS `t0`
      ) AS `t15`
      LEFT OUTER JOIN (
        SELECT
          `t57`.`game_date` AS `last_game_date`,
          `t57`.`season` AS `last_season`,
          `t57`.`player_id` AS `last_player_id`,
          `t57`.`games` AS `last_games`,
          `t57`.`breakouts_count` AS `last_breakouts_count`,
          `t57`.`breakouts_parts` AS `last_breakouts_parts`,
          `t57`.`games_before_season` AS `last_games_before_season`,
          `t57`.`number` AS `last_number`,
          `t57`.`next_date` AS `last_next_date`
        FROM (
          SELECT
            `t52`.`game_date`,
            `t52`.`season`,
            `t52`.`player_id`,
            `t52`.`games`,
            `t52`.`breakouts_count`,
            `t52`.`breakouts_parts`,
            `t52`.`games_before_season`,
            ROW_NUMBER() OVER (PARTITION BY `t52`.`player_id` ORDER BY `t52`.`game_date` ASC NULLS LAST) - 1 AS `number`,
            LEAD(`t52`.`game_date`) OVER (PARTITION BY `t52`.`player_id` ORDER BY `t52`.`game_date` ASC NULLS LAST) AS `next_date`
          FROM `t51` AS `t52`
        ) AS `t57`
      ) AS `t61`
        ON `t15`.`player_id` = `t61`.`last_player_id`
        AND `t15`.`game_date` > `t61`.`last_game_date`
        AND (
          (
            `t61`.`last_next_date` IS NULL
          )
          OR (
            `t15`.`game_date` <= `t61`.`last_next_date`
          )
        )
        AND DATEDIFF(DAY, `t61`.`last_game_date`, `t15`.`game_date`) <= 365
      INNER JOIN (
        SELECT
          `t21`.`game_id`,
          `t21`.`player_id`,
          COALESCE(`t37`.`last_number`, -1) + 1 AS `too_old`
        FROM (
          SELECT
            `t0`.`game_id`,
            `t0`.`player_id`,
            `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
          FROM `input_player_pool` AS `t0`
        ) AS `t21`
        LEFT OUTER JOIN (
          SELECT
            `t33`.`game_date` AS `last_game_date`,
            `t33`.`player_id` AS `last_player_id`,
            `t33`.`number` AS `last_number`,
            `t33`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t29`.`game_date`,
              `t29`.`player_id`,
              ROW_NUMBER() OVER (PARTITION BY `t29`.`player_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) - 1 AS `number`,
              LEAD(`t29`.`game_date`) OVER (PARTITION BY `t29`.`player_id` ORDER BY `t29`.`game_date` ASC NULLS LAST) AS `next_date`
            FROM (
              SELECT
                `t26`.`game_date`,
                `t26`.`player_id`
              FROM `t24` AS `t26`
            ) AS `t29`
          ) AS `t33`
        ) AS `t37`
          ON `t21`.`player_id` = `t37`.`last_player_id`
          AND `t21`.`game_date` > `t37`.`last_game_date`
          AND (
            (
              `t37`.`last_next_date` IS NULL
            )
            OR (
              `t21`.`game_date` <= `t37`.`last_next_date`
            )
          )
      ) AS `t47`
        ON `t15`.`game_id` = `t47`.`game_id` AND `t15`.`player_id` = `t47`.`player_id`
      LEFT OUTER JOIN (
        SELECT
          `t52`.`player_id` AS `last_20_owner`,
          `t52`.`games` AS `last_20_games`,
          `t52`.`breakouts_count` AS `last_20_breakouts_count`,
          `t52`.`breakouts_parts` AS `last_20_breakouts_parts`
        FROM `t51` AS `t52`
      ) AS `t56`
        ON `t15`.`player_id` = `t56`.`last_20_owner`
        AND CASE
          WHEN (
            (
              `t61`.`last_games` - 20
            ) IS NOT NULL
          )
          AND (
            `t47`.`too_old` IS NOT NULL
          )
          THEN GREATEST(`t61`.`last_games` - 20, `t47`.`too_old`)
          ELSE NULL
        END = `t56`.`last_20_games`
    ) AS `t63`
  ) AS `t65`
    ON `t14`.`game_id` = `t65`.`game_id` AND `t14`.`player_id` = `t65`.`player_id`
  INNER JOIN (
    SELECT
      `t2`.`game_id`,
      `t2`.`player_id`,
      `t2`.`games_last_7_days`,
      `t2`.`teammates_newly_out_points`
    FROM `input_upcoming_player_game_context` AS `t2`
  ) AS `t18`
    ON `t14`.`game_id` = `t18`.`game_id` AND `t14`.`player_id` = `t18`.`player_id`
  INNER JOIN (
    SELECT
      `t3`.`game_id`,
      `t3`.`player_id`,
      `t3`.`opponent_strength_score`
    FROM `input_player_composite_factors` AS `t3`
  ) AS `t19`
    ON `t14`.`game_id` = `t19`.`game_id` AND `t14`.`player_id` = `t19`.`player_id`
) AS `t66`
