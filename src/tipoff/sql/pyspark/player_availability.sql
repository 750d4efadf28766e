-- rows 05e41f1d7f0bf8b0 05466404bccc45d8
WITH `t14` AS (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`,
      `t1`.`season`,
      `t1`.`tip_at`,
      `t1`.`home_team_id` AS `team_id`,
      `t1`.`home_team_name` AS `team_name`,
      `t1`.`away_team_id` AS `opponent_id`,
      `t1`.`home_team_id` = `t1`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t1`
  ) AS `t10`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`,
      `t1`.`season`,
      `t1`.`tip_at`,
      `t1`.`away_team_id` AS `team_id`,
      `t1`.`away_team_name` AS `team_name`,
      `t1`.`home_team_id` AS `opponent_id`,
      `t1`.`home_team_id` = `t1`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t1`
  ) AS `t11`
)
SELECT
  *
FROM (
  SELECT
    `t9`.`game_id`,
    `t9`.`game_date`,
    `t9`.`player_id`,
    CAST(COALESCE(`t33`.`sat_out`, 0) AS DOUBLE) / NULLIF(`t30`.`games_10`, 0) AS `dnp_rate`,
    COALESCE(`t33`.`without_clock`, 0) AS `games_without_clock`,
    `t30`.`missing` AS `team_games_missing`,
    CASE
      WHEN (
        CAST(COALESCE(`t33`.`recorded_3`, 0) AS DOUBLE) / NULLIF(`t30`.`games_3`, 0)
      ) IS NOT NULL
      AND NOT ISNAN(CAST(COALESCE(`t33`.`recorded_3`, 0) AS DOUBLE) / NULLIF(`t30`.`games_3`, 0))
      THEN LEAST(CAST(COALESCE(`t33`.`recorded_3`, 0) AS DOUBLE) / NULLIF(`t30`.`games_3`, 0), 1.0)
      ELSE NULL
    END AS `completeness_last_3`,
    CASE
      WHEN (
        CAST(COALESCE(`t33`.`recorded_5`, 0) AS DOUBLE) / NULLIF(`t30`.`games_5`, 0)
      ) IS NOT NULL
      AND NOT ISNAN(CAST(COALESCE(`t33`.`recorded_5`, 0) AS DOUBLE) / NULLIF(`t30`.`games_5`, 0))
      THEN LEAST(CAST(COALESCE(`t33`.`recorded_5`, 0) AS DOUBLE) / NULLIF(`t30`.`games_5`, 0), 1.0)
      ELSE NULL
    END AS `completeness_last_5`,
    CASE
      WHEN (
        CAST(COALESCE(`t33`.`recorded_10`, 0) AS DOUBLE) / NULLIF(`t30`.`games_10`, 0)
      ) IS NOT NULL
      AND NOT ISNAN(CAST(COALESCE(`t33`.`recorded_10`, 0) AS DOUBLE) / NULLIF(`t30`.`games_10`, 0))
      THEN LEAST(
        CAST(COALESCE(`t33`.`recorded_10`, 0) AS DOUBLE) / NULLIF(`t30`.`games_10`, 0),
        1.0
      )
      ELSE NULL
    END AS `completeness_last_10`,
    CASE
      WHEN (
        CAST(COALESCE(`t33`.`recorded_20`, 0) AS DOUBLE) / NULLIF(`t30`.`games_20`, 0)
      ) IS NOT NULL
      AND NOT ISNAN(CAST(COALESCE(`t33`.`recorded_20`, 0) AS DOUBLE) / NULLIF(`t30`.`games_20`, 0))
      THEN LEAST(
        CAST(COALESCE(`t33`.`recorded_20`, 0) AS DOUBLE) / NULLIF(`t30`.`games_20`, 0),
        1.0
      )
      ELSE NULL
    END AS `completeness_last_20`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`player_id`,
      `t0`.`team_id`
    FROM `input_player_pool` AS `t0`
  ) AS `t9`
  INNER JOIN (
    SELECT
      `t21`.`game_id`,
      `t21`.`team_id`,
      COALESCE(`t28`.`last_missing`, 0) AS `missing`,
      COALESCE(`t28`.`last_since_3`, `t28`.`last_first`) AS `since_3`,
      COALESCE(`t28`.`last_since_5`, `t28`.`last_first`) AS `since_5`,
      COALESCE(`t28`.`last_since_10`, `t28`.`last_first`) AS `since_10`,
      COALESCE(`t28`.`last_since_20`, `t28`.`last_first`) AS `since_20`,
      CASE
        WHEN `t28`.`last_number` IS NULL
        THEN 0
        ELSE CASE
          WHEN (
            `t28`.`last_number` + 1
          ) IS NOT NULL
          THEN LEAST(`t28`.`last_number` + 1, 3)
          ELSE NULL
        END
      END AS `games_3`,
      CASE
        WHEN `t28`.`last_number` IS NULL
        THEN 0
        ELSE CASE
          WHEN (
            `t28`.`last_number` + 1
          ) IS NOT NULL
          THEN LEAST(`t28`.`last_number` + 1, 5)
          ELSE NULL
        END
      END AS `games_5`,
      CASE
        WHEN `t28`.`last_number` IS NULL
        THEN 0
        ELSE CASE
          WHEN (
            `t28`.`last_number` + 1
          ) IS NOT NULL
          THEN LEAST(`t28`.`last_number` + 1, 10)
          ELSE NULL
        END
      END AS `games_10`,
      CASE
        WHEN `t28`.`last_number` IS NULL
        THEN 0
        ELSE CASE
          WHEN (
            `t28`.`last_number` + 1
          ) IS NOT NULL
          THEN LEAST(`t28`.`last_number` + 1, 20)
          ELSE NULL
        END
      END AS `games_20`
    FROM (
      SELECT
        `t16`.`game_id`,
        `t16`.`game_date`,
        `t16`.`team_id`
      FROM `t14` AS `t16`
    ) AS `t21`
    LEFT OUTER JOIN (
      SELECT
        `t26`.`game_date` AS `last_game_date`,
        `t26`.`team_id` AS `last_team_id`,
        `t26`.`since_3` AS `last_since_3`,
        `t26`.`since_5` AS `last_since_5`,
        `t26`.`since_10` AS `last_since_10`,
        `t26`.`since_20` AS `last_since_20`,
        `t26`.`first` AS `last_first`,
        `t26`.`missing` AS `last_missing`,
        `t26`.`number` AS `last_number`,
        `t26`.`next_date` AS `last_next_date`
      FROM (
        SELECT
          `t25`.`game_date`,
          `t25`.`team_id`,
          `t25`.`since_3`,
          `t25`.`since_5`,
          `t25`.`since_10`,
          `t25`.`since_20`,
          `t25`.`first`,
          `t25`.`missing`,
          ROW_NUMBER() OVER (PARTITION BY `t25`.`team_id` ORDER BY `t25`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t25`.`game_date`) OVER (PARTITION BY `t25`.`team_id` ORDER BY `t25`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            `t24`.`game_date`,
            `t24`.`team_id`,
            LAG(`t24`.`game_date`, 2) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_3`,
            LAG(`t24`.`game_date`, 4) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_5`,
            LAG(`t24`.`game_date`, 9) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_10`,
            LAG(`t24`.`game_date`, 19) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_20`,
            MIN(`t24`.`game_date`) OVER (
              PARTITION BY `t24`.`team_id`
              ORDER BY `t24`.`game_date` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS `first`,
            SUM(CAST(`t13`.`boxed` IS NULL AS BIGINT)) OVER (
              PARTITION BY `t24`.`team_id`
              ORDER BY `t24`.`game_date` ASC NULLS LAST
              ROWS BETWEEN 19 PRECEDING AND CURRENT ROW
            ) AS `missing`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t18`.`game_id`,
                `t18`.`game_date`,
                `t18`.`season`,
                `t18`.`tip_at`,
                `t18`.`team_id`,
                `t18`.`team_name`,
                `t18`.`opponent_id`,
                `t18`.`home`,
                `t12`.`is_final`
              FROM `t14` AS `t18`
              INNER JOIN (
                SELECT
                  `t1`.`game_id`,
                  `t1`.`is_final`
                FROM `input_schedule` AS `t1`
              ) AS `t12`
                ON `t18`.`game_id` = `t12`.`game_id`
            ) AS `t22`
            WHERE
              `t22`.`is_final`
          ) AS `t24`
          LEFT OUTER JOIN (
            SELECT
              `t4`.`game_id`,
              `t4`.`team_id`,
              `t4`.`margin` AS `boxed`
            FROM `input_team_offense_game_summary` AS `t4`
          ) AS `t13`
            ON `t24`.`game_id` = `t13`.`game_id` AND `t24`.`team_id` = `t13`.`team_id`
        ) AS `t25`
      ) AS `t26`
    ) AS `t28`
      ON `t21`.`team_id` = `t28`.`last_team_id`
      AND `t21`.`game_date` > `t28`.`last_game_date`
      AND (
        (
          `t28`.`last_next_date` IS NULL
        )
        OR (
          `t21`.`game_date` <= `t28`.`last_next_date`
        )
      )
      AND DATEDIFF(DAY, `t28`.`last_game_date`, `t21`.`game_date`) <= 365
  ) AS `t30`
    ON `t9`.`game_id` = `t30`.`game_id` AND `t9`.`team_id` = `t30`.`team_id`
  LEFT OUTER JOIN (
    SELECT
      `t31`.`for_game_id`,
      `t31`.`for_player_id`,
      SUM(CAST(`t31`.`game_date` >= `t31`.`since_3` AS INT)) AS `recorded_3`,
      SUM(CAST(`t31`.`game_date` >= `t31`.`since_5` AS INT)) AS `recorded_5`,
      SUM(CAST(`t31`.`game_date` >= `t31`.`since_10` AS INT)) AS `recorded_10`,
      SUM(CAST(`t31`.`game_date` >= `t31`.`since_20` AS INT)) AS `recorded_20`,
      SUM(IF(`t31`.`game_date` >= `t31`.`since_10`, `t31`.`sat_out`, NULL)) AS `sat_out`,
      SUM(IF(`t31`.`game_date` >= `t31`.`since_10`, `t31`.`without_clock`, NULL)) AS `without_clock`
    FROM (
      SELECT
        `t9`.`game_id` AS `for_game_id`,
        `t9`.`game_date` AS `for_date`,
        `t9`.`player_id` AS `for_player_id`,
        `t9`.`team_id` AS `for_team_id`,
        `t30`.`since_3`,
        `t30`.`since_5`,
        `t30`.`since_10`,
        `t30`.`since_20`,
        `t19`.`game_date`,
        `t19`.`player_id`,
        `t19`.`team_id`,
        `t19`.`sat_out`,
        `t19`.`without_clock`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`game_date`,
          `t0`.`player_id`,
          `t0`.`team_id`
        FROM `input_player_pool` AS `t0`
      ) AS `t9`
      INNER JOIN (
        SELECT
          `t21`.`game_id`,
          `t21`.`team_id`,
          COALESCE(`t28`.`last_missing`, 0) AS `missing`,
          COALESCE(`t28`.`last_since_3`, `t28`.`last_first`) AS `since_3`,
          COALESCE(`t28`.`last_since_5`, `t28`.`last_first`) AS `since_5`,
          COALESCE(`t28`.`last_since_10`, `t28`.`last_first`) AS `since_10`,
          COALESCE(`t28`.`last_since_20`, `t28`.`last_first`) AS `since_20`,
          CASE
            WHEN `t28`.`last_number` IS NULL
            THEN 0
            ELSE CASE
              WHEN (
                `t28`.`last_number` + 1
              ) IS NOT NULL
              THEN LEAST(`t28`.`last_number` + 1, 3)
              ELSE NULL
            END
          END AS `games_3`,
          CASE
            WHEN `t28`.`last_number` IS NULL
            THEN 0
            ELSE CASE
              WHEN (
                `t28`.`last_number` + 1
              ) IS NOT NULL
              THEN LEAST(`t28`.`last_number` + 1, 5)
              ELSE NULL
            END
          END AS `games_5`,
          CASE
            WHEN `t28`.`last_number` IS NULL
            THEN 0
            ELSE CASE
              WHEN (
                `t28`.`last_number` + 1
              ) IS NOT NULL
              THEN LEAST(`t28`.`last_number` + 1, 10)
              ELSE NULL
            END
          END AS `games_10`,
          CASE
            WHEN `t28`.`last_number` IS NULL
            THEN 0
            ELSE CASE
              WHEN (
                `t28`.`last_number` + 1
              ) IS NOT NULL
              THEN LEAST(`t28`.`last_number` + 1, 20)
              ELSE NULL
            END
          END AS `games_20`
        FROM (
          SELECT
            `t16`.`game_id`,
            `t16`.`game_date`,
            `t16`.`team_id`
          FROM `t14` AS `t16`
        ) AS `t21`
        LEFT OUTER JOIN (
          SELECT
            `t26`.`game_date` AS `last_game_date`,
            `t26`.`team_id` AS `last_team_id`,
            `t26`.`since_3` AS `last_since_3`,
            `t26`.`since_5` AS `last_since_5`,
            `t26`.`since_10` AS `last_since_10`,
            `t26`.`since_20` AS `last_since_20`,
            `t26`.`first` AS `last_first`,
            `t26`.`missing` AS `last_missing`,
            `t26`.`number` AS `last_number`,
            `t26`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t25`.`game_date`,
              `t25`.`team_id`,
              `t25`.`since_3`,
              `t25`.`since_5`,
              `t25`.`since_10`,
              `t25`.`since_20`,
              `t25`.`first`,
              `t25`.`missing`,
              ROW_NUMBER() OVER (PARTITION BY `t25`.`team_id` ORDER BY `t25`.`game_date` ASC NULLS LAST) - 1 AS `number`,
              LEAD(`t25`.`game_date`) OVER (PARTITION BY `t25`.`team_id` ORDER BY `t25`.`game_date` ASC NULLS LAST) AS `next_date`
            FROM (
              SELECT
                `t24`.`game_date`,
                `t24`.`team_id`,
                LAG(`t24`.`game_date`, 2) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_3`,
                LAG(`t24`.`game_date`, 4) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_5`,
                LAG(`t24`.`game_date`, 9) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_10`,
                LAG(`t24`.`game_date`, 19) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC NULLS LAST) AS `since_20`,
                MIN(`t24`.`game_date`) OVER (
                  PARTITION BY `t24`.`team_id`
                  ORDER BY `t24`.`game_date` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `first`,
                SUM(CAST(`t13`.`boxed` IS NULL AS BIGINT)) OVER (
                  PARTITION BY `t24`.`team_id`
                  ORDER BY `t24`.`game_date` ASC NULLS LAST
                  ROWS BETWEEN 19 PRECEDING AND CURRENT ROW
                ) AS `missing`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t18`.`game_id`,
                    `t18`.`game_date`,
                    `t18`.`season`,
                    `t18`.`tip_at`,
                    `t18`.`team_id`,
                    `t18`.`team_name`,
                    `t18`.`opponent_id`,
                    `t18`.`home`,
                    `t12`.`is_final`
                  FROM `t14` AS `t18`
                  INNER JOIN (
                    SELECT
                      `t1`.`game_id`,
                      `t1`.`is_final`
                    FROM `input_schedule` AS `t1`
                  ) AS `t12`
                    ON `t18`.`game_id` = `t12`.`game_id`
                ) AS `t22`
                WHERE
                  `t22`.`is_final`
              ) AS `t24`
              LEFT OUTER JOIN (
                SELECT
                  `t4`.`game_id`,
                  `t4`.`team_id`,
                  `t4`.`margin` AS `boxed`
                FROM `input_team_offense_game_summary` AS `t4`
              ) AS `t13`
                ON `t24`.`game_id` = `t13`.`game_id` AND `t24`.`team_id` = `t13`.`team_id`
            ) AS `t25`
          ) AS `t26`
        ) AS `t28`
          ON `t21`.`team_id` = `t28`.`last_team_id`
          AND `t21`.`game_date` > `t28`.`last_game_date`
          AND (
            (
              `t28`.`last_next_date` IS NULL
            )
            OR (
              `t21`.`game_date` <= `t28`.`last_next_date`
            )
          )
          AND DATEDIFF(DAY, `t28`.`last_game_date`, `t21`.`game_date`) <= 365
      ) AS `t30`
        ON `t9`.`game_id` = `t30`.`game_id` AND `t9`.`team_id` = `t30`.`team_id`
      INNER JOIN (
        SELECT
          *
        FROM (
          SELECT
            `t2`.`game_date`,
            `t2`.`player_id`,
            `t2`.`team_id`,
            0 AS `sat_out`,
            CAST(NOT (
              `t2`.`seconds_are_exact`
            ) AS BIGINT) AS `without_clock`
          FROM `input_player_game_summary` AS `t2`
        ) AS `t15`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t3`.`game_date`,
            `t3`.`player_id`,
            `t3`.`team_id`,
            1 AS `sat_out`,
            0 AS `without_clock`
          FROM `input_player_absence` AS `t3`
        ) AS `t7`
      ) AS `t19`
        ON `t9`.`player_id` = `t19`.`player_id`
        AND `t9`.`team_id` = `t19`.`team_id`
        AND `t19`.`game_date` < `t9`.`game_date`
        AND `t19`.`game_date` >= `t30`.`since_20`
    ) AS `t31`
    GROUP BY
      1,
      2
  ) AS `t33`
    ON `t9`.`game_id` = `t33`.`for_game_id` AND `t9`.`player_id` = `t33`.`for_player_id`
) AS `t34`
