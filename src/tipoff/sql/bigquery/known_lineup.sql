-- rows 757ffa95bdaaefa8 e1f9fd4bfced32e9
WITH `t5` AS (
  SELECT
    `t2`.`payload`,
    `t2`.`game_id`,
    `t2`.`game_date`,
    `t2`.`player_id`,
    `t2`.`captured_at`,
    `t2`.`player_name`,
    `t2`.`name_key`,
    `t2`.`team_id`,
    `t2`.`lineup_status`,
    `t2`.`starter`,
    `t2`.`position`,
    `t2`.`roster_status`,
    `t4`.`tip_at`
  FROM `input_daily_lineup` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`tip_at`
    FROM `input_schedule` AS `t1`
  ) AS `t4`
    ON `t2`.`game_id` = `t4`.`game_id`
), `t7` AS (
  SELECT
    *
  FROM `t5` AS `t6`
  WHERE
    `t6`.`captured_at` < `t6`.`tip_at`
), `t9` AS (
  SELECT
    *
  FROM `t5` AS `t6`
  WHERE
    `t6`.`captured_at` <= TIMESTAMP_SUB(`t6`.`tip_at`, INTERVAL '28800' SECOND)
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t18`.`game_id`,
      `t18`.`game_date`,
      `t18`.`player_id`,
      'morning' AS `known_at`,
      `t18`.`team_id`,
      `t18`.`captured_at`,
      `t18`.`lineup_status`,
      `t18`.`starter`,
      `t18`.`roster_status`
    FROM (
      SELECT
        `t12`.`payload`,
        `t12`.`game_id`,
        `t12`.`game_date`,
        `t12`.`player_id`,
        `t12`.`captured_at`,
        `t12`.`player_name`,
        `t12`.`name_key`,
        `t12`.`team_id`,
        `t12`.`lineup_status`,
        `t12`.`starter`,
        `t12`.`position`,
        `t12`.`roster_status`,
        `t12`.`tip_at`,
        `t16`.`last_at`
      FROM `t9` AS `t12`
      INNER JOIN (
        SELECT
          `t11`.`game_id`,
          `t11`.`team_id`,
          MAX(`t11`.`captured_at`) AS `last_at`
        FROM `t9` AS `t11`
        GROUP BY
          1,
          2
      ) AS `t16`
        ON `t12`.`game_id` = `t16`.`game_id` AND `t12`.`team_id` = `t16`.`team_id`
    ) AS `t18`
    WHERE
      `t18`.`captured_at` = `t18`.`last_at`
  ) AS `t20`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t17`.`game_id`,
      `t17`.`game_date`,
      `t17`.`player_id`,
      'before-tip' AS `known_at`,
      `t17`.`team_id`,
      `t17`.`captured_at`,
      `t17`.`lineup_status`,
      `t17`.`starter`,
      `t17`.`roster_status`
    FROM (
      SELECT
        `t10`.`payload`,
        `t10`.`game_id`,
        `t10`.`game_date`,
        `t10`.`player_id`,
        `t10`.`captured_at`,
        `t10`.`player_name`,
        `t10`.`name_key`,
        `t10`.`team_id`,
        `t10`.`lineup_status`,
        `t10`.`starter`,
        `t10`.`position`,
        `t10`.`roster_status`,
        `t10`.`tip_at`,
        `t14`.`last_at`
      FROM `t7` AS `t10`
      INNER JOIN (
        SELECT
          `t8`.`game_id`,
          `t8`.`team_id`,
          MAX(`t8`.`captured_at`) AS `last_at`
        FROM `t7` AS `t8`
        GROUP BY
          1,
          2
      ) AS `t14`
        ON `t10`.`game_id` = `t14`.`game_id` AND `t10`.`team_id` = `t14`.`team_id`
    ) AS `t17`
    WHERE
      `t17`.`captured_at` = `t17`.`last_at`
  ) AS `t19`
) AS `t21`
