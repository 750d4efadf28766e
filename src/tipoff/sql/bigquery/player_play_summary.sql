-- rows 612dd1bc45ae9827 d67c58c222b338b4
SELECT
  `t25`.`game_id`,
  `t25`.`game_date`,
  `t25`.`player_id`,
  `t25`.`team_id`,
  COALESCE(`t25`.`assisted_makes`, 0) AS `assisted_makes`,
  COALESCE(`t25`.`unassisted_makes`, 0) AS `unassisted_makes`,
  COALESCE(`t25`.`and_ones`, 0) AS `and_ones`,
  COALESCE(`t25`.`paint_assisted_makes`, 0) AS `paint_assisted_makes`,
  COALESCE(`t25`.`mid_range_assisted_makes`, 0) AS `mid_range_assisted_makes`,
  COALESCE(`t25`.`corner_three_assisted_makes`, 0) AS `corner_three_assisted_makes`,
  COALESCE(`t25`.`above_break_three_assisted_makes`, 0) AS `above_break_three_assisted_makes`,
  COALESCE(`t25`.`paint_blocks`, 0) AS `paint_blocks`,
  COALESCE(`t25`.`mid_range_blocks`, 0) AS `mid_range_blocks`,
  COALESCE(`t25`.`corner_three_blocks`, 0) AS `corner_three_blocks`,
  COALESCE(`t25`.`above_break_three_blocks`, 0) AS `above_break_three_blocks`
FROM (
  SELECT
    `t24`.`game_id`,
    `t24`.`game_date`,
    `t24`.`player_id`,
    `t24`.`team_id`,
    `t24`.`assisted_makes`,
    `t24`.`unassisted_makes`,
    `t24`.`paint_assisted_makes`,
    `t24`.`mid_range_assisted_makes`,
    `t24`.`corner_three_assisted_makes`,
    `t24`.`above_break_three_assisted_makes`,
    `t24`.`and_ones`,
    `t14`.`game_id` AS `game_id_right`,
    `t14`.`player_id` AS `player_id_right`,
    `t14`.`paint_blocks`,
    `t14`.`mid_range_blocks`,
    `t14`.`corner_three_blocks`,
    `t14`.`above_break_three_blocks`
  FROM (
    SELECT
      `t22`.`game_id`,
      `t22`.`game_date`,
      `t22`.`player_id`,
      `t22`.`team_id`,
      `t22`.`assisted_makes`,
      `t22`.`unassisted_makes`,
      `t22`.`paint_assisted_makes`,
      `t22`.`mid_range_assisted_makes`,
      `t22`.`corner_three_assisted_makes`,
      `t22`.`above_break_three_assisted_makes`,
      `t22`.`and_ones`
    FROM (
      SELECT
        `t21`.`game_id`,
        `t21`.`game_date`,
        `t21`.`player_id`,
        `t21`.`team_id`,
        `t21`.`assisted_makes`,
        `t21`.`unassisted_makes`,
        `t21`.`paint_assisted_makes`,
        `t21`.`mid_range_assisted_makes`,
        `t21`.`corner_three_assisted_makes`,
        `t21`.`above_break_three_assisted_makes`,
        `t18`.`game_id` AS `game_id_right`,
        `t18`.`player_id` AS `player_id_right`,
        `t18`.`and_ones`
      FROM (
        SELECT
          `t19`.`game_id`,
          `t19`.`game_date`,
          `t19`.`player_id`,
          `t19`.`team_id`,
          `t19`.`assisted_makes`,
          `t19`.`unassisted_makes`,
          `t19`.`paint_assisted_makes`,
          `t19`.`mid_range_assisted_makes`,
          `t19`.`corner_three_assisted_makes`,
          `t19`.`above_break_three_assisted_makes`
        FROM (
          SELECT
            `t8`.`game_id`,
            `t8`.`game_date`,
            `t8`.`player_id`,
            `t8`.`team_id`,
            `t15`.`game_id` AS `game_id_right`,
            `t15`.`player_id` AS `player_id_right`,
            `t15`.`assisted_makes`,
            `t15`.`unassisted_makes`,
            `t15`.`paint_assisted_makes`,
            `t15`.`mid_range_assisted_makes`,
            `t15`.`corner_three_assisted_makes`,
            `t15`.`above_break_three_assisted_makes`
          FROM (
            SELECT
              `t1`.`game_id`,
              `t1`.`game_date`,
              `t1`.`player_id`,
              `t1`.`team_id`
            FROM `input_player_box_score` AS `t1`
          ) AS `t8`
          LEFT OUTER JOIN (
            SELECT
              `t5`.`game_id`,
              `t5`.`player_id`,
              SUM(CAST(`t5`.`assist_player_id` IS NOT NULL AS INT64)) AS `assisted_makes`,
              SUM(CAST(NOT (
                `t5`.`assist_player_id` IS NOT NULL
              ) AS INT64)) AS `unassisted_makes`,
              SUM(
                CAST((
                  `t5`.`assist_player_id` IS NOT NULL
                ) AND (
                  `t5`.`zone` = 'paint'
                ) AS INT64)
              ) AS `paint_assisted_makes`,
              SUM(
                CAST((
                  `t5`.`assist_player_id` IS NOT NULL
                ) AND (
                  `t5`.`zone` = 'mid_range'
                ) AS INT64)
              ) AS `mid_range_assisted_makes`,
              SUM(
                CAST((
                  `t5`.`assist_player_id` IS NOT NULL
                ) AND (
                  `t5`.`zone` = 'corner_three'
                ) AS INT64)
              ) AS `corner_three_assisted_makes`,
              SUM(
                CAST((
                  `t5`.`assist_player_id` IS NOT NULL
                )
                AND (
                  `t5`.`zone` = 'above_break_three'
                ) AS INT64)
              ) AS `above_break_three_assisted_makes`
            FROM (
              SELECT
                *
              FROM `input_play` AS `t0`
              WHERE
                `t0`.`kind` = 'field_goal' AND `t0`.`made`
            ) AS `t5`
            GROUP BY
              1,
              2
          ) AS `t15`
            ON `t8`.`game_id` = `t15`.`game_id` AND `t8`.`player_id` = `t15`.`player_id`
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT DISTINCT
                  `t0`.`game_id`
                FROM `input_play` AS `t0`
              ) AS `t4`
              WHERE
                `t8`.`game_id` = `t4`.`game_id`
            )
        ) AS `t19`
      ) AS `t21`
      LEFT OUTER JOIN (
        SELECT
          `t16`.`game_id`,
          `t16`.`player_id`,
          COUNT(*) AS `and_ones`
        FROM (
          SELECT
            `t11`.`game_id`,
            `t11`.`player_id`,
            `t11`.`period`,
            `t11`.`seconds_left`
          FROM (
            SELECT
              `t0`.`game_id`,
              `t0`.`player_id`,
              `t0`.`period`,
              `t0`.`seconds_left`
            FROM `input_play` AS `t0`
            WHERE
              `t0`.`kind` = 'free_throw'
              AND `t0`.`detail` = '1 of 1'
              AND COALESCE(`t0`.`descriptor` <> 'technical', TRUE)
          ) AS `t11`
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  `t0`.`game_id`,
                  `t0`.`player_id`,
                  `t0`.`period`,
                  `t0`.`seconds_left`
                FROM `input_play` AS `t0`
                WHERE
                  `t0`.`kind` = 'field_goal' AND `t0`.`made`
              ) AS `t9`
              WHERE
                `t11`.`game_id` = `t9`.`game_id`
                AND `t11`.`player_id` = `t9`.`player_id`
                AND `t11`.`period` = `t9`.`period`
                AND `t11`.`seconds_left` = `t9`.`seconds_left`
            )
        ) AS `t16`
        GROUP BY
          1,
          2
      ) AS `t18`
        ON `t21`.`game_id` = `t18`.`game_id` AND `t21`.`player_id` = `t18`.`player_id`
    ) AS `t22`
  ) AS `t24`
  LEFT OUTER JOIN (
    SELECT
      `t7`.`game_id`,
      `t7`.`block_player_id` AS `player_id`,
      SUM(CAST(`t7`.`zone` = 'paint' AS INT64)) AS `paint_blocks`,
      SUM(CAST(`t7`.`zone` = 'mid_range' AS INT64)) AS `mid_range_blocks`,
      SUM(CAST(`t7`.`zone` = 'corner_three' AS INT64)) AS `corner_three_blocks`,
      SUM(CAST(`t7`.`zone` = 'above_break_three' AS INT64)) AS `above_break_three_blocks`
    FROM (
      SELECT
        *
      FROM `input_play` AS `t0`
      WHERE
        `t0`.`kind` = 'field_goal' AND `t0`.`block_player_id` IS NOT NULL
    ) AS `t7`
    GROUP BY
      1,
      2
  ) AS `t14`
    ON `t24`.`game_id` = `t14`.`game_id` AND `t24`.`player_id` = `t14`.`player_id`
) AS `t25`
