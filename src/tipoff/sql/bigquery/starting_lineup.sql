-- rows 21f762e975cb3f5c 95247a4dda42475d
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
      `t7`.`game_id`,
      `t7`.`game_date`,
      `t7`.`team_id`,
      `t7`.`player_id`,
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
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
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
          ) AS `t6`
          WHERE
            `t3`.`game_id` = `t6`.`game_id` AND `t3`.`team_id` = `t6`.`team_id`
        )
    ) AS `t7`
  ) AS `t8`
) AS `t9`
