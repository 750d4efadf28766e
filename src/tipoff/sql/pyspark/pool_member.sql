-- rows c0f84b1a9483e9c9
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
    ROW_NUMBER() OVER (PARTITION BY `t13`.`team_id` ORDER BY `t13`.`game_date` ASC NULLS LAST) - 1 AS `number`,
    LEAD(`t13`.`game_date`) OVER (PARTITION BY `t13`.`team_id` ORDER BY `t13`.`game_date` ASC NULLS LAST) AS `next_date`
  FROM (
    SELECT DISTINCT
      `t9`.`game_date`,
      `t9`.`team_id`
    FROM `t7` AS `t9`
  ) AS `t13`
)
SELECT
  `t33`.`game_id`,
  `t33`.`game_date`,
  `t33`.`season`,
  `t33`.`tip_at`,
  `t33`.`team_id`,
  `t33`.`team_name`,
  `t33`.`opponent_id`,
  `t33`.`home`,
  `t33`.`player_id`,
  `t33`.`last_player_name` AS `player_name`,
  `t33`.`last_name_key` AS `name_key`
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
    `t32`.`player_id`,
    `t27`.`last_game_date`,
    `t27`.`last_team_id`,
    `t27`.`last_player_id`,
    `t27`.`last_player_name`,
    `t27`.`last_name_key`,
    `t27`.`last_number`,
    `t27`.`last_next_date`
  FROM `t8` AS `t12`
  INNER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t29`.`for_game_id`,
        `t11`.`player_id`
      FROM (
        SELECT
          `t26`.`for_game_id`,
          `t26`.`team_id`,
          `t26`.`game_date`
        FROM (
          SELECT
            `t15`.`game_id` AS `for_game_id`,
            `t15`.`game_date` AS `for_date`,
            `t15`.`team_id` AS `for_owner`,
            `t23`.`last_number`,
            `t21`.`game_date`,
            `t21`.`team_id`,
            `t21`.`number`,
            `t21`.`next_date`
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
          ) AS `t23`
            ON `t15`.`team_id` = `t23`.`last_team_id`
            AND `t15`.`game_date` > `t23`.`last_game_date`
            AND (
              (
                `t23`.`last_next_date` IS NULL
              )
              OR (
                `t15`.`game_date` <= `t23`.`last_next_date`
              )
            )
            AND DATEDIFF(DAY, `t23`.`last_game_date`, `t15`.`game_date`) <= 365
          INNER JOIN `t17` AS `t21`
            ON `t15`.`team_id` = `t21`.`team_id`
            AND `t21`.`number` <= `t23`.`last_number`
            AND `t21`.`number` > (
              `t23`.`last_number` - 10
            )
            AND DATEDIFF(DAY, `t21`.`game_date`, `t15`.`game_date`) <= 365
        ) AS `t26`
      ) AS `t29`
      INNER JOIN `t7` AS `t11`
        ON `t29`.`team_id` = `t11`.`team_id` AND `t29`.`game_date` = `t11`.`game_date`
    ) AS `t30`
  ) AS `t32`
    ON `t12`.`game_id` = `t32`.`for_game_id`
  LEFT OUTER JOIN (
    SELECT
      `t24`.`game_date` AS `last_game_date`,
      `t24`.`team_id` AS `last_team_id`,
      `t24`.`player_id` AS `last_player_id`,
      `t24`.`player_name` AS `last_player_name`,
      `t24`.`name_key` AS `last_name_key`,
      `t24`.`number` AS `last_number`,
      `t24`.`next_date` AS `last_next_date`
    FROM (
      SELECT
        `t20`.`game_date`,
        `t20`.`team_id`,
        `t20`.`player_id`,
        `t20`.`player_name`,
        `t20`.`name_key`,
        ROW_NUMBER() OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC NULLS LAST) - 1 AS `number`,
        LEAD(`t20`.`game_date`) OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC NULLS LAST) AS `next_date`
      FROM (
        SELECT
          `t18`.`game_date`,
          `t18`.`team_id`,
          `t18`.`player_id`,
          `t18`.`player_name`,
          `t18`.`name_key`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t9`.`game_date`,
              `t9`.`team_id`,
              `t9`.`player_id`,
              `t9`.`player_name`,
              `t9`.`name_key`,
              ROW_NUMBER() OVER (
                PARTITION BY `t9`.`player_id`, `t9`.`game_date`
                ORDER BY `t9`.`team_id` ASC NULLS LAST
              ) - 1 AS `place`
            FROM `t7` AS `t9`
          ) AS `t16`
          WHERE
            `t16`.`place` = 0
        ) AS `t18`
      ) AS `t20`
    ) AS `t24`
  ) AS `t27`
    ON `t32`.`player_id` = `t27`.`last_player_id`
    AND `t12`.`game_date` > `t27`.`last_game_date`
    AND (
      (
        `t27`.`last_next_date` IS NULL
      )
      OR (
        `t12`.`game_date` <= `t27`.`last_next_date`
      )
    )
    AND DATEDIFF(DAY, `t27`.`last_game_date`, `t12`.`game_date`) <= 365
) AS `t33`
WHERE
  `t33`.`team_id` = `t33`.`last_team_id`
