-- rows f4db28a0d68e2a29 cf4b832b20c30328
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
        `t0`.`game_id`,
        `t0`.`game_date`,
        `t0`.`team_id`,
        `t0`.`player_id`,
        `t0`.`known_at`,
        CASE
          WHEN `t0`.`lineup_status` = 'Confirmed'
          THEN 'confirmed_lineup'
          ELSE 'expected_lineup'
        END AS `source`
      FROM `input_known_lineup` AS `t0`
      WHERE
        `t0`.`known_at` = 'before-tip' AND `t0`.`starter`
    ) AS `t4`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t10`.`game_id`,
        `t10`.`game_date`,
        `t10`.`team_id`,
        `t10`.`player_id`,
        'before-tip' AS `known_at`,
        'box_score' AS `source`
      FROM (
        SELECT
          `t3`.`payload`,
          `t3`.`game_id`,
          `t3`.`game_date`,
          `t3`.`player_id`,
          `t3`.`player_name`,
          `t3`.`name_key`,
          `t3`.`team_id`,
          `t3`.`starter`,
          `t3`.`seconds`,
          `t3`.`comment`,
          `t3`.`source`
        FROM (
          SELECT
            *
          FROM `input_player_rotation` AS `t1`
          WHERE
            `t1`.`starter`
        ) AS `t3`
        LEFT ANTI JOIN (
          SELECT
            `t0`.`game_id`,
            `t0`.`game_date`,
            `t0`.`player_id`,
            `t0`.`known_at`,
            `t0`.`team_id`,
            `t0`.`captured_at`,
            `t0`.`lineup_status`,
            `t0`.`starter`,
            `t0`.`roster_status`,
            CASE
              WHEN `t0`.`lineup_status` = 'Confirmed'
              THEN 'confirmed_lineup'
              ELSE 'expected_lineup'
            END AS `source`
          FROM `input_known_lineup` AS `t0`
          WHERE
            `t0`.`known_at` = 'before-tip' AND `t0`.`starter`
        ) AS `t8`
          ON `t3`.`game_id` = `t8`.`game_id` AND `t3`.`team_id` = `t8`.`team_id`
      ) AS `t10`
    ) AS `t12`
  ) AS `t14`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`game_id`,
        `t0`.`game_date`,
        `t0`.`team_id`,
        `t0`.`player_id`,
        `t0`.`known_at`,
        CASE
          WHEN `t0`.`lineup_status` = 'Confirmed'
          THEN 'confirmed_lineup'
          ELSE 'expected_lineup'
        END AS `source`
      FROM `input_known_lineup` AS `t0`
      WHERE
        `t0`.`known_at` = 'tip-off' AND `t0`.`starter`
    ) AS `t5`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t11`.`game_id`,
        `t11`.`game_date`,
        `t11`.`team_id`,
        `t11`.`player_id`,
        'tip-off' AS `known_at`,
        'box_score' AS `source`
      FROM (
        SELECT
          `t3`.`payload`,
          `t3`.`game_id`,
          `t3`.`game_date`,
          `t3`.`player_id`,
          `t3`.`player_name`,
          `t3`.`name_key`,
          `t3`.`team_id`,
          `t3`.`starter`,
          `t3`.`seconds`,
          `t3`.`comment`,
          `t3`.`source`
        FROM (
          SELECT
            *
          FROM `input_player_rotation` AS `t1`
          WHERE
            `t1`.`starter`
        ) AS `t3`
        LEFT ANTI JOIN (
          SELECT
            `t0`.`game_id`,
            `t0`.`game_date`,
            `t0`.`player_id`,
            `t0`.`known_at`,
            `t0`.`team_id`,
            `t0`.`captured_at`,
            `t0`.`lineup_status`,
            `t0`.`starter`,
            `t0`.`roster_status`,
            CASE
              WHEN `t0`.`lineup_status` = 'Confirmed'
              THEN 'confirmed_lineup'
              ELSE 'expected_lineup'
            END AS `source`
          FROM `input_known_lineup` AS `t0`
          WHERE
            `t0`.`known_at` = 'tip-off' AND `t0`.`starter`
        ) AS `t9`
          ON `t3`.`game_id` = `t9`.`game_id` AND `t3`.`team_id` = `t9`.`team_id`
      ) AS `t11`
    ) AS `t13`
  ) AS `t15`
) AS `t16`
