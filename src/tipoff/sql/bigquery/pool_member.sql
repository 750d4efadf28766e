-- rows c8bef9e7797f9f57 e54b18b0534fe747
WITH `t7` AS (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`game_date`,
      `t1`.`team_id`,
      `t1`.`player_id`,
      `t1`.`player_name`,
      `t1`.`name_key`
    FROM `input_player_game_summary` AS `t1`
  ) AS `t3`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t2`.`game_date`,
      `t2`.`team_id`,
      `t2`.`player_id`,
      `t2`.`player_name`,
      `t2`.`name_key`
    FROM `input_player_absence` AS `t2`
  ) AS `t4`
), `t8` AS (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`home_team_id` AS `team_id`,
      `t0`.`home_team_name` AS `team_name`,
      `t0`.`away_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t5`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`away_team_id` AS `team_id`,
      `t0`.`away_team_name` AS `team_name`,
      `t0`.`home_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t6`
), `t17` AS (
  SELECT
    `t13`.`game_date`,
    `t13`.`team_id`,
    ROW_NUMBER() OVER (PARTITION BY `t13`.`team_id` ORDER BY `t13`.`game_date` ASC) - 1 AS `number`,
    LEAD(`t13`.`game_date`) OVER (PARTITION BY `t13`.`team_id` ORDER BY `t13`.`game_date` ASC) AS `next_date`
  FROM (
    SELECT DISTINCT
      `t9`.`game_date`,
      `t9`.`team_id`
    FROM `t7` AS `t9`
  ) AS `t13`
)
SELECT
  `t35`.`game_id`,
  `t35`.`game_date`,
  `t35`.`season`,
  `t35`.`tip_at`,
  `t35`.`team_id`,
  `t35`.`team_name`,
  `t35`.`opponent_id`,
  `t35`.`home`,
  `t35`.`player_id`,
  `t35`.`last_player_name` AS `player_name`,
  `t35`.`last_name_key` AS `name_key`
FROM (
  SELECT
    `t12`.`game_id`,
    `t12`.`game_date`,
    `t12`.`season`,
    `t12`.`tip_at`,
    `t12`.`team_id`,
    `t12`.`team_name`,
    `t12`.`opponent_id`,
    `t12`.`home`,
    `t34`.`player_id`,
    `t25`.`last_game_date`,
    `t25`.`last_team_id`,
    `t25`.`last_player_id`,
    `t25`.`last_player_name`,
    `t25`.`last_name_key`,
    `t25`.`last_number`,
    `t25`.`last_next_date`
  FROM `t8` AS `t12`
  INNER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t31`.`for_game_id`,
        `t11`.`player_id`
      FROM (
        SELECT
          `t29`.`for_game_id`,
          `t29`.`team_id`,
          `t29`.`game_date`
        FROM (
          SELECT
            `t28`.`for_game_id`,
            `t28`.`for_date`,
            `t28`.`for_owner`,
            `t28`.`last_number`,
            `t28`.`games_ago`,
            `t28`.`for_number`,
            `t20`.`game_date`,
            `t20`.`team_id`,
            `t20`.`number`,
            `t20`.`next_date`
          FROM (
            SELECT
              `t26`.`for_game_id`,
              `t26`.`for_date`,
              `t26`.`for_owner`,
              `t26`.`last_number`,
              `t26`.`games_ago`,
              (
                `t26`.`last_number` - `t26`.`games_ago`
              ) + 1 AS `for_number`
            FROM (
              SELECT
                `t15`.`game_id` AS `for_game_id`,
                `t15`.`game_date` AS `for_date`,
                `t15`.`team_id` AS `for_owner`,
                `t22`.`last_number`,
                IF(pos = pos_2, `games_ago`, NULL) AS `games_ago`
              FROM (
                SELECT
                  `t10`.`game_id`,
                  `t10`.`game_date`,
                  `t10`.`team_id`
                FROM `t8` AS `t10`
              ) AS `t15`
              LEFT OUTER JOIN (
                SELECT
                  `t19`.`game_date` AS `last_game_date`,
                  `t19`.`team_id` AS `last_team_id`,
                  `t19`.`number` AS `last_number`,
                  `t19`.`next_date` AS `last_next_date`
                FROM `t17` AS `t19`
              ) AS `t22`
                ON `t15`.`team_id` = `t22`.`last_team_id`
                AND `t15`.`game_date` > `t22`.`last_game_date`
                AND (
                  (
                    `t22`.`last_next_date` IS NULL
                  )
                  OR (
                    `t15`.`game_date` <= `t22`.`last_next_date`
                  )
                )
                AND DATE_DIFF(`t15`.`game_date`, `t22`.`last_game_date`, DAY) <= 365
              CROSS JOIN UNNEST(GENERATE_ARRAY(0, GREATEST(ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])) - 1)) AS pos
              CROSS JOIN UNNEST(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) AS `games_ago` WITH OFFSET AS pos_2
              WHERE
                pos = pos_2
                OR (
                  pos > (
                    ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) - 1
                  )
                  AND pos_2 = (
                    ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) - 1
                  )
                )
            ) AS `t26`
          ) AS `t28`
          INNER JOIN `t17` AS `t20`
            ON `t28`.`for_owner` = `t20`.`team_id`
            AND `t28`.`for_number` = `t20`.`number`
            AND DATE_DIFF(`t28`.`for_date`, `t20`.`game_date`, DAY) <= 365
        ) AS `t29`
      ) AS `t31`
      INNER JOIN `t7` AS `t11`
        ON `t31`.`team_id` = `t11`.`team_id` AND `t31`.`game_date` = `t11`.`game_date`
    ) AS `t32`
  ) AS `t34`
    ON `t12`.`game_id` = `t34`.`for_game_id`
  LEFT OUTER JOIN (
    SELECT
      `t23`.`game_date` AS `last_game_date`,
      `t23`.`team_id` AS `last_team_id`,
      `t23`.`player_id` AS `last_player_id`,
      `t23`.`player_name` AS `last_player_name`,
      `t23`.`name_key` AS `last_name_key`,
      `t23`.`number` AS `last_number`,
      `t23`.`next_date` AS `last_next_date`
    FROM (
      SELECT
        `t18`.`game_date`,
        `t18`.`team_id`,
        `t18`.`player_id`,
        `t18`.`player_name`,
        `t18`.`name_key`,
        ROW_NUMBER() OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC) - 1 AS `number`,
        LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC) AS `next_date`
      FROM (
        SELECT
          `t16`.`game_date`,
          `t16`.`team_id`,
          `t16`.`player_id`,
          `t16`.`player_name`,
          `t16`.`name_key`
        FROM (
          SELECT
            `t9`.`game_date`,
            `t9`.`team_id`,
            `t9`.`player_id`,
            `t9`.`player_name`,
            `t9`.`name_key`,
            ROW_NUMBER() OVER (PARTITION BY `t9`.`player_id`, `t9`.`game_date` ORDER BY `t9`.`team_id` ASC) - 1 AS `place`
          FROM `t7` AS `t9`
        ) AS `t16`
        WHERE
          `t16`.`place` = 0
      ) AS `t18`
    ) AS `t23`
  ) AS `t25`
    ON `t34`.`player_id` = `t25`.`last_player_id`
    AND `t12`.`game_date` > `t25`.`last_game_date`
    AND (
      (
        `t25`.`last_next_date` IS NULL
      )
      OR (
        `t12`.`game_date` <= `t25`.`last_next_date`
      )
    )
    AND DATE_DIFF(`t12`.`game_date`, `t25`.`last_game_date`, DAY) <= 365
) AS `t35`
WHERE
  `t35`.`team_id` = `t35`.`last_team_id`
