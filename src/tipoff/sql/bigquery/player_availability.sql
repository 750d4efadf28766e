-- rows 8b8348dcfd11601e 74631ee1d6f78171
WITH `t15` AS (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`game_id`,
      `t3`.`game_date`,
      `t3`.`season`,
      `t3`.`tip_at`,
      `t3`.`home_team_id` AS `team_id`,
      `t3`.`home_team_name` AS `team_name`,
      `t3`.`away_team_id` AS `opponent_id`,
      `t3`.`home_team_id` = `t3`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t3`
  ) AS `t10`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t3`.`game_id`,
      `t3`.`game_date`,
      `t3`.`season`,
      `t3`.`tip_at`,
      `t3`.`away_team_id` AS `team_id`,
      `t3`.`away_team_name` AS `team_name`,
      `t3`.`home_team_id` AS `opponent_id`,
      `t3`.`home_team_id` = `t3`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t3`
  ) AS `t11`
), `t21` AS (
  SELECT
    `t19`.`game_date`,
    `t19`.`team_id`,
    SUM(CAST(`t13`.`boxed` IS NULL AS INT64)) OVER (
      PARTITION BY `t19`.`team_id`
      ORDER BY `t19`.`game_date` ASC
      ROWS BETWEEN 19 preceding AND CURRENT ROW
    ) AS `missing`
  FROM `t15` AS `t19`
  INNER JOIN (
    SELECT
      `t3`.`game_id`
    FROM `input_schedule` AS `t3`
    WHERE
      `t3`.`is_final`
  ) AS `t12`
    ON `t19`.`game_id` = `t12`.`game_id`
  LEFT OUTER JOIN (
    SELECT
      `t4`.`game_id`,
      `t4`.`team_id`,
      `t4`.`margin` AS `boxed`
    FROM `input_team_offense_game_summary` AS `t4`
  ) AS `t13`
    ON `t19`.`game_id` = `t13`.`game_id` AND `t19`.`team_id` = `t13`.`team_id`
), `t26` AS (
  SELECT
    `t22`.`game_date`,
    `t22`.`team_id`,
    `t22`.`missing`,
    ROW_NUMBER() OVER (PARTITION BY `t22`.`team_id` ORDER BY `t22`.`game_date` ASC) - 1 AS `number`
  FROM `t21` AS `t22`
)
SELECT
  *
FROM (
  SELECT
    `t9`.`game_id`,
    `t9`.`game_date`,
    `t9`.`player_id`,
    ieee_divide(CAST(COALESCE(`t46`.`sat_out`, 0) AS FLOAT64), NULLIF(`t40`.`games_10`, 0)) AS `dnp_rate`,
    COALESCE(`t46`.`without_clock`, 0) AS `games_without_clock`,
    `t40`.`missing` AS `team_games_missing`,
    CASE
      WHEN ieee_divide(CAST(COALESCE(`t46`.`recorded_3`, 0) AS FLOAT64), NULLIF(`t40`.`games_3`, 0)) IS NOT NULL
      THEN LEAST(
        ieee_divide(CAST(COALESCE(`t46`.`recorded_3`, 0) AS FLOAT64), NULLIF(`t40`.`games_3`, 0)),
        1.0
      )
      ELSE NULL
    END AS `completeness_last_3`,
    CASE
      WHEN ieee_divide(CAST(COALESCE(`t46`.`recorded_5`, 0) AS FLOAT64), NULLIF(`t40`.`games_5`, 0)) IS NOT NULL
      THEN LEAST(
        ieee_divide(CAST(COALESCE(`t46`.`recorded_5`, 0) AS FLOAT64), NULLIF(`t40`.`games_5`, 0)),
        1.0
      )
      ELSE NULL
    END AS `completeness_last_5`,
    CASE
      WHEN ieee_divide(CAST(COALESCE(`t46`.`recorded_10`, 0) AS FLOAT64), NULLIF(`t40`.`games_10`, 0)) IS NOT NULL
      THEN LEAST(
        ieee_divide(CAST(COALESCE(`t46`.`recorded_10`, 0) AS FLOAT64), NULLIF(`t40`.`games_10`, 0)),
        1.0
      )
      ELSE NULL
    END AS `completeness_last_10`,
    CASE
      WHEN ieee_divide(CAST(COALESCE(`t46`.`recorded_20`, 0) AS FLOAT64), NULLIF(`t40`.`games_20`, 0)) IS NOT NULL
      THEN LEAST(
        ieee_divide(CAST(COALESCE(`t46`.`recorded_20`, 0) AS FLOAT64), NULLIF(`t40`.`games_20`, 0)),
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
      `t38`.`game_id`,
      `t38`.`team_id`,
      `t38`.`last_number`,
      COALESCE(`t38`.`last_missing`, 0) AS `missing`,
      CASE
        WHEN (
          COALESCE(`t38`.`last_number`, -1) + 1
        ) IS NOT NULL
        THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 3)
        ELSE NULL
      END AS `games_3`,
      CASE
        WHEN (
          COALESCE(`t38`.`last_number`, -1) + 1
        ) IS NOT NULL
        THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 5)
        ELSE NULL
      END AS `games_5`,
      CASE
        WHEN (
          COALESCE(`t38`.`last_number`, -1) + 1
        ) IS NOT NULL
        THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 10)
        ELSE NULL
      END AS `games_10`,
      CASE
        WHEN (
          COALESCE(`t38`.`last_number`, -1) + 1
        ) IS NOT NULL
        THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 20)
        ELSE NULL
      END AS `games_20`
    FROM (
      SELECT
        `t37`.`game_id`,
        `t37`.`game_date`,
        `t37`.`team_id`,
        `t37`.`entered`,
        `t37`.`too_old`,
        `t31`.`last_game_date`,
        `t31`.`last_team_id`,
        `t31`.`last_missing`,
        `t31`.`last_number`
      FROM (
        SELECT
          `t33`.`game_id`,
          `t33`.`game_date`,
          `t33`.`team_id`,
          `t33`.`entered`,
          `t33`.`too_old`
        FROM (
          SELECT
            `t27`.`game_id`,
            `t27`.`game_date`,
            `t27`.`team_id`,
            `t27`.`event`,
            CAST(SUM(CAST(`t27`.`event` = 1 AS INT64)) OVER (
              PARTITION BY `t27`.`team_id`
              ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS INT64) AS `entered`,
            CAST(SUM(CAST(`t27`.`event` = 2 AS INT64)) OVER (
              PARTITION BY `t27`.`team_id`
              ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS INT64) AS `too_old`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                CAST(NULL AS STRING) AS `game_id`,
                CAST(CAST(DATE_SUB(`t22`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                `t22`.`team_id`,
                2 AS `event`
              FROM `t21` AS `t22`
            ) AS `t25`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t17`.`game_id`,
                  `t17`.`game_date`,
                  `t17`.`team_id`,
                  0 AS `event`
                FROM `t15` AS `t17`
              ) AS `t20`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  CAST(NULL AS STRING) AS `game_id`,
                  `t22`.`game_date`,
                  `t22`.`team_id`,
                  1 AS `event`
                FROM `t21` AS `t22`
              ) AS `t23`
            ) AS `t24`
          ) AS `t27`
        ) AS `t33`
        WHERE
          `t33`.`event` = 0
      ) AS `t37`
      LEFT OUTER JOIN (
        SELECT
          `t28`.`game_date` AS `last_game_date`,
          `t28`.`team_id` AS `last_team_id`,
          `t28`.`missing` AS `last_missing`,
          `t28`.`number` AS `last_number`
        FROM `t26` AS `t28`
      ) AS `t31`
        ON `t37`.`team_id` = `t31`.`last_team_id`
        AND CASE WHEN `t37`.`entered` > `t37`.`too_old` THEN `t37`.`entered` - 1 ELSE NULL END = `t31`.`last_number`
    ) AS `t38`
  ) AS `t40`
    ON `t9`.`game_id` = `t40`.`game_id` AND `t9`.`team_id` = `t40`.`team_id`
  LEFT OUTER JOIN (
    SELECT
      `t44`.`for_game_id`,
      `t44`.`for_player_id`,
      SUM(CAST(`t44`.`games_ago` < 3 AS INT64)) AS `recorded_3`,
      SUM(CAST(`t44`.`games_ago` < 5 AS INT64)) AS `recorded_5`,
      SUM(CAST(`t44`.`games_ago` < 10 AS INT64)) AS `recorded_10`,
      SUM(CAST(`t44`.`games_ago` < 20 AS INT64)) AS `recorded_20`,
      SUM(IF(`t44`.`games_ago` < 10, `t44`.`sat_out`, NULL)) AS `sat_out`,
      SUM(IF(`t44`.`games_ago` < 10, `t44`.`without_clock`, NULL)) AS `without_clock`
    FROM (
      SELECT
        `t43`.`for_game_id`,
        `t43`.`for_player_id`,
        `t43`.`for_team_id`,
        `t43`.`for_last`,
        `t43`.`games_ago`,
        `t43`.`for_number`,
        `t35`.`game_date`,
        `t35`.`player_id`,
        `t35`.`team_id`,
        `t35`.`sat_out`,
        `t35`.`without_clock`,
        `t35`.`number`
      FROM (
        SELECT
          `t41`.`for_game_id`,
          `t41`.`for_player_id`,
          `t41`.`for_team_id`,
          `t41`.`for_last`,
          `t41`.`games_ago`,
          `t41`.`for_last` - `t41`.`games_ago` AS `for_number`
        FROM (
          SELECT
            `t9`.`game_id` AS `for_game_id`,
            `t9`.`player_id` AS `for_player_id`,
            `t9`.`team_id` AS `for_team_id`,
            `t40`.`last_number` AS `for_last`,
            IF(pos = pos_2, `games_ago`, NULL) AS `games_ago`
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
              `t38`.`game_id`,
              `t38`.`team_id`,
              `t38`.`last_number`,
              COALESCE(`t38`.`last_missing`, 0) AS `missing`,
              CASE
                WHEN (
                  COALESCE(`t38`.`last_number`, -1) + 1
                ) IS NOT NULL
                THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 3)
                ELSE NULL
              END AS `games_3`,
              CASE
                WHEN (
                  COALESCE(`t38`.`last_number`, -1) + 1
                ) IS NOT NULL
                THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 5)
                ELSE NULL
              END AS `games_5`,
              CASE
                WHEN (
                  COALESCE(`t38`.`last_number`, -1) + 1
                ) IS NOT NULL
                THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 10)
                ELSE NULL
              END AS `games_10`,
              CASE
                WHEN (
                  COALESCE(`t38`.`last_number`, -1) + 1
                ) IS NOT NULL
                THEN LEAST(COALESCE(`t38`.`last_number`, -1) + 1, 20)
                ELSE NULL
              END AS `games_20`
            FROM (
              SELECT
                `t37`.`game_id`,
                `t37`.`game_date`,
                `t37`.`team_id`,
                `t37`.`entered`,
                `t37`.`too_old`,
                `t31`.`last_game_date`,
                `t31`.`last_team_id`,
                `t31`.`last_missing`,
                `t31`.`last_number`
              FROM (
                SELECT
                  `t33`.`game_id`,
                  `t33`.`game_date`,
                  `t33`.`team_id`,
                  `t33`.`entered`,
                  `t33`.`too_old`
                FROM (
                  SELECT
                    `t27`.`game_id`,
                    `t27`.`game_date`,
                    `t27`.`team_id`,
                    `t27`.`event`,
                    CAST(SUM(CAST(`t27`.`event` = 1 AS INT64)) OVER (
                      PARTITION BY `t27`.`team_id`
                      ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `entered`,
                    CAST(SUM(CAST(`t27`.`event` = 2 AS INT64)) OVER (
                      PARTITION BY `t27`.`team_id`
                      ORDER BY `t27`.`game_date` ASC, `t27`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `too_old`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        CAST(NULL AS STRING) AS `game_id`,
                        CAST(CAST(DATE_SUB(`t22`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                        `t22`.`team_id`,
                        2 AS `event`
                      FROM `t21` AS `t22`
                    ) AS `t25`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t17`.`game_id`,
                          `t17`.`game_date`,
                          `t17`.`team_id`,
                          0 AS `event`
                        FROM `t15` AS `t17`
                      ) AS `t20`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS STRING) AS `game_id`,
                          `t22`.`game_date`,
                          `t22`.`team_id`,
                          1 AS `event`
                        FROM `t21` AS `t22`
                      ) AS `t23`
                    ) AS `t24`
                  ) AS `t27`
                ) AS `t33`
                WHERE
                  `t33`.`event` = 0
              ) AS `t37`
              LEFT OUTER JOIN (
                SELECT
                  `t28`.`game_date` AS `last_game_date`,
                  `t28`.`team_id` AS `last_team_id`,
                  `t28`.`missing` AS `last_missing`,
                  `t28`.`number` AS `last_number`
                FROM `t26` AS `t28`
              ) AS `t31`
                ON `t37`.`team_id` = `t31`.`last_team_id`
                AND CASE WHEN `t37`.`entered` > `t37`.`too_old` THEN `t37`.`entered` - 1 ELSE NULL END = `t31`.`last_number`
            ) AS `t38`
          ) AS `t40`
            ON `t9`.`game_id` = `t40`.`game_id` AND `t9`.`team_id` = `t40`.`team_id`
          CROSS JOIN UNNEST(GENERATE_ARRAY(
            0,
            GREATEST(
              ARRAY_LENGTH(
                ARRAY<INT64>[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
              )
            ) - 1
          )) AS pos
          CROSS JOIN UNNEST(ARRAY<INT64>[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]) AS `games_ago` WITH OFFSET AS pos_2
          WHERE
            pos = pos_2
            OR (
              pos > (
                ARRAY_LENGTH(
                  ARRAY<INT64>[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
                ) - 1
              )
              AND pos_2 = (
                ARRAY_LENGTH(
                  ARRAY<INT64>[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
                ) - 1
              )
            )
        ) AS `t41`
      ) AS `t43`
      INNER JOIN (
        SELECT
          `t18`.`game_date`,
          `t18`.`player_id`,
          `t18`.`team_id`,
          `t18`.`sat_out`,
          `t18`.`without_clock`,
          `t32`.`number`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t1`.`game_date`,
              `t1`.`player_id`,
              `t1`.`team_id`,
              0 AS `sat_out`,
              CAST(NOT (
                `t1`.`seconds_are_exact`
              ) AS INT64) AS `without_clock`
            FROM `input_player_game_summary` AS `t1`
          ) AS `t14`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t2`.`game_date`,
              `t2`.`player_id`,
              `t2`.`team_id`,
              1 AS `sat_out`,
              0 AS `without_clock`
            FROM `input_player_absence` AS `t2`
          ) AS `t6`
        ) AS `t18`
        INNER JOIN (
          SELECT
            `t28`.`game_date`,
            `t28`.`team_id`,
            `t28`.`number`
          FROM `t26` AS `t28`
        ) AS `t32`
          ON `t18`.`game_date` = `t32`.`game_date` AND `t18`.`team_id` = `t32`.`team_id`
      ) AS `t35`
        ON `t43`.`for_player_id` = `t35`.`player_id`
        AND `t43`.`for_team_id` = `t35`.`team_id`
        AND `t43`.`for_number` = `t35`.`number`
    ) AS `t44`
    GROUP BY
      1,
      2
  ) AS `t46`
    ON `t9`.`game_id` = `t46`.`for_game_id` AND `t9`.`player_id` = `t46`.`for_player_id`
) AS `t47`
