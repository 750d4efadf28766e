-- rows 2846944743ace562 de5a31298d89dfb5
WITH `t40` AS (
  SELECT
    `t37`.`payload`,
    `t37`.`report_at`,
    `t37`.`game_date`,
    `t37`.`team_name`,
    `t37`.`name_key`,
    `t37`.`player_name`,
    `t37`.`status`,
    `t37`.`reason`,
    `t37`.`player_id`,
    ROW_NUMBER() OVER (
      PARTITION BY `t37`.`report_at`, `t37`.`game_date`, `t37`.`team_name`, `t37`.`player_id`
      ORDER BY `t37`.`player_name` ASC NULLS LAST
    ) - 1 AS `place`
  FROM (
    SELECT
      `t7`.`payload`,
      `t7`.`report_at`,
      `t7`.`game_date`,
      `t7`.`team_name`,
      `t7`.`name_key`,
      `t7`.`player_name`,
      `t7`.`status`,
      `t7`.`reason`,
      `t27`.`player_id`
    FROM `input_injury_report` AS `t7`
    LEFT OUTER JOIN (
      SELECT
        `t3`.`game_date`,
        `t3`.`player_name`,
        `t3`.`player_id`,
        `t3`.`setting` AS `team_name`
      FROM `input_resolved_name` AS `t3`
      WHERE
        `t3`.`source` = 'injuries'
    ) AS `t27`
      ON `t7`.`game_date` = `t27`.`game_date`
      AND `t7`.`team_name` = `t27`.`team_name`
      AND `t7`.`player_name` = `t27`.`player_name`
  ) AS `t37`
), `t51` AS (
  SELECT
    `t50`.`game_id`,
    `t50`.`game_date`,
    `t50`.`player_id`,
    `t50`.`player_name`,
    `t50`.`name_key`,
    `t50`.`team_id`,
    `t50`.`team_name`,
    `t50`.`opponent_id`,
    `t50`.`season`,
    `t50`.`home`,
    `t50`.`tip_at`,
    `t50`.`listed`,
    `t50`.`starting`,
    `t50`.`starting_source`,
    `t31`.`starts_for`,
    `t31`.`starts`,
    `t31`.`own_source`,
    `t36`.`lineup_of`,
    `t36`.`lineup_by`,
    `t36`.`five`,
    `t36`.`team_source`
  FROM (
    SELECT
      `t42`.`game_id`,
      `t42`.`game_date`,
      `t42`.`player_id`,
      `t42`.`player_name`,
      `t42`.`name_key`,
      `t42`.`team_id`,
      `t42`.`team_name`,
      `t42`.`opponent_id`,
      `t42`.`season`,
      `t42`.`home`,
      `t42`.`tip_at`,
      `t42`.`listed`,
      CASE
        WHEN `t42`.`starts` IS NOT NULL
        THEN TRUE
        WHEN `t42`.`five` >= 5
        THEN FALSE
        ELSE NULL
      END AS `starting`,
      CASE
        WHEN `t42`.`starts` IS NOT NULL
        THEN `t42`.`own_source`
        WHEN `t42`.`five` >= 5
        THEN `t42`.`team_source`
        ELSE NULL
      END AS `starting_source`
    FROM (
      SELECT
        `t39`.`game_id`,
        `t39`.`game_date`,
        `t39`.`player_id`,
        `t39`.`player_name`,
        `t39`.`name_key`,
        `t39`.`team_id`,
        `t39`.`team_name`,
        `t39`.`opponent_id`,
        `t39`.`season`,
        `t39`.`home`,
        `t39`.`tip_at`,
        `t39`.`listed`,
        `t19`.`starts_for`,
        `t19`.`starts`,
        `t19`.`own_source`,
        `t28`.`lineup_of`,
        `t28`.`lineup_by`,
        `t28`.`five`,
        `t28`.`team_source`
      FROM (
        SELECT
          `t35`.`game_id`,
          `t35`.`game_date`,
          `t35`.`player_id`,
          `t35`.`player_name`,
          `t35`.`name_key`,
          `t35`.`team_id`,
          `t35`.`team_name`,
          `t35`.`opponent_id`,
          `t35`.`season`,
          `t35`.`home`,
          `t35`.`tip_at`,
          CASE
            WHEN `t35`.`on_list` IS NOT NULL
            THEN `t35`.`listed_player` IS NOT NULL
            ELSE NULL
          END AS `listed`
        FROM (
          SELECT
            `t8`.`game_id`,
            `t8`.`game_date`,
            `t8`.`player_id`,
            `t8`.`player_name`,
            `t8`.`name_key`,
            `t8`.`team_id`,
            `t8`.`team_name`,
            `t8`.`opponent_id`,
            `t8`.`season`,
            `t8`.`home`,
            `t8`.`tip_at`,
            `t21`.`listed_for`,
            `t21`.`listed_player`,
            `t22`.`list_of`,
            `t22`.`on_list`
          FROM `input_pool_member` AS `t8`
          LEFT OUTER JOIN (
            SELECT
              `t6`.`game_id` AS `listed_for`,
              `t6`.`player_id` AS `listed_player`
            FROM `input_inactive_player` AS `t6`
          ) AS `t21`
            ON `t8`.`game_id` = `t21`.`listed_for` AND `t8`.`player_id` = `t21`.`listed_player`
          LEFT OUTER JOIN (
            SELECT
              `t6`.`game_id` AS `list_of`,
              COUNT(*) AS `on_list`
            FROM `input_inactive_player` AS `t6`
            GROUP BY
              1
          ) AS `t22`
            ON `t8`.`game_id` = `t22`.`list_of`
        ) AS `t35`
      ) AS `t39`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`game_id` AS `starts_for`,
          `t4`.`player_id` AS `starts`,
          `t4`.`source` AS `own_source`
        FROM `input_starting_lineup` AS `t4`
      ) AS `t19`
        ON `t39`.`game_id` = `t19`.`starts_for` AND `t39`.`player_id` = `t19`.`starts`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`game_id` AS `lineup_of`,
          `t4`.`team_id` AS `lineup_by`,
          COUNT(*) AS `five`,
          MAX(`t4`.`source`) AS `team_source`
        FROM `input_starting_lineup` AS `t4`
        GROUP BY
          1,
          2
      ) AS `t28`
        ON `t39`.`game_id` = `t28`.`lineup_of` AND `t39`.`team_id` = `t28`.`lineup_by`
    ) AS `t42`
  ) AS `t50`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id` AS `starts_for`,
      `t0`.`player_id` AS `starts`,
      CASE
        WHEN `t0`.`lineup_status` = 'Confirmed'
        THEN 'confirmed_lineup'
        ELSE 'expected_lineup'
      END AS `own_source`
    FROM `input_known_lineup` AS `t0`
    WHERE
      `t0`.`known_at` = 'morning' AND `t0`.`starter`
  ) AS `t31`
    ON `t50`.`game_id` = `t31`.`starts_for` AND `t50`.`player_id` = `t31`.`starts`
  LEFT OUTER JOIN (
    SELECT
      `t26`.`game_id` AS `lineup_of`,
      `t26`.`team_id` AS `lineup_by`,
      COUNT(*) AS `five`,
      MAX(`t26`.`source`) AS `team_source`
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
        `t0`.`known_at` = 'morning' AND `t0`.`starter`
    ) AS `t26`
    GROUP BY
      1,
      2
  ) AS `t36`
    ON `t50`.`game_id` = `t36`.`lineup_of` AND `t50`.`team_id` = `t36`.`lineup_by`
), `t63` AS (
  SELECT
    `t56`.`game_id`,
    `t56`.`game_date`,
    `t56`.`player_id`,
    `t56`.`player_name`,
    `t56`.`name_key`,
    `t56`.`team_id`,
    `t56`.`team_name`,
    `t56`.`opponent_id`,
    `t56`.`season`,
    `t56`.`home`,
    `t56`.`tip_at`,
    `t56`.`listed`,
    `t56`.`starting`,
    `t56`.`starting_source`,
    `t56`.`morning_starting`,
    `t56`.`morning_starting_source`,
    `t62`.`edition_of`,
    `t62`.`edition_by`,
    `t62`.`edition_at`,
    `t47`.`listed_at`,
    `t47`.`listed_for`,
    `t47`.`listed_by`,
    `t47`.`listed_player`,
    `t47`.`reported_status`,
    `t47`.`reported_reason`
  FROM (
    SELECT
      `t52`.`game_id`,
      `t52`.`game_date`,
      `t52`.`player_id`,
      `t52`.`player_name`,
      `t52`.`name_key`,
      `t52`.`team_id`,
      `t52`.`team_name`,
      `t52`.`opponent_id`,
      `t52`.`season`,
      `t52`.`home`,
      `t52`.`tip_at`,
      `t52`.`listed`,
      `t52`.`starting`,
      `t52`.`starting_source`,
      CASE
        WHEN `t52`.`starts` IS NOT NULL
        THEN TRUE
        WHEN `t52`.`five` >= 5
        THEN FALSE
        ELSE NULL
      END AS `morning_starting`,
      CASE
        WHEN `t52`.`starts` IS NOT NULL
        THEN `t52`.`own_source`
        WHEN `t52`.`five` >= 5
        THEN `t52`.`team_source`
        ELSE NULL
      END AS `morning_starting_source`
    FROM `t51` AS `t52`
  ) AS `t56`
  LEFT OUTER JOIN (
    SELECT
      `t60`.`game_id` AS `edition_of`,
      `t60`.`team_name` AS `edition_by`,
      MAX(`t60`.`report_at`) AS `edition_at`
    FROM (
      SELECT
        `t59`.`game_id`,
        `t59`.`game_date`,
        `t59`.`tip_at`,
        `t59`.`team_name`,
        `t59`.`report_at`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t54`.`game_id`,
            `t54`.`game_date`,
            `t54`.`tip_at`,
            `t54`.`team_name`,
            `t48`.`report_at`
          FROM (
            SELECT DISTINCT
              `t52`.`game_id`,
              `t52`.`game_date`,
              `t52`.`tip_at`,
              `t52`.`team_name`
            FROM `t51` AS `t52`
          ) AS `t54`
          INNER JOIN (
            SELECT DISTINCT
              `t41`.`game_date`,
              `t41`.`report_at`
            FROM `t40` AS `t41`
            WHERE
              (
                `t41`.`place` = 0
              ) OR (
                `t41`.`player_id` IS NULL
              )
          ) AS `t48`
            ON `t54`.`game_date` = `t48`.`game_date`
        ) AS `t57`
        WHERE
          `t57`.`report_at` <= (
            `t57`.`tip_at` - INTERVAL '1800' SECOND
          )
      ) AS `t59`
      LEFT SEMI JOIN (
        SELECT
          *
        FROM `input_injury_submission` AS `t1`
        WHERE
          `t1`.`submitted`
      ) AS `t17`
        ON `t59`.`game_date` = `t17`.`game_date`
        AND `t59`.`report_at` = `t17`.`report_at`
        AND `t59`.`team_name` = `t17`.`team_name`
    ) AS `t60`
    GROUP BY
      1,
      2
  ) AS `t62`
    ON `t56`.`game_id` = `t62`.`edition_of` AND `t56`.`team_name` = `t62`.`edition_by`
  LEFT OUTER JOIN (
    SELECT
      `t41`.`report_at` AS `listed_at`,
      `t41`.`game_date` AS `listed_for`,
      `t41`.`team_name` AS `listed_by`,
      `t41`.`player_id` AS `listed_player`,
      `t41`.`status` AS `reported_status`,
      `t41`.`reason` AS `reported_reason`
    FROM `t40` AS `t41`
    WHERE
      (
        `t41`.`place` = 0
      ) OR (
        `t41`.`player_id` IS NULL
      )
  ) AS `t47`
    ON `t62`.`edition_at` = `t47`.`listed_at`
    AND `t56`.`game_date` = `t47`.`listed_for`
    AND `t56`.`team_name` = `t47`.`listed_by`
    AND `t56`.`player_id` = `t47`.`listed_player`
)
SELECT
  `t81`.`game_id`,
  `t81`.`game_date`,
  `t81`.`player_id`,
  `t81`.`player_name`,
  `t81`.`name_key`,
  `t81`.`team_id`,
  `t81`.`opponent_id`,
  `t81`.`season`,
  `t81`.`home`,
  `t81`.`tip_at`,
  `t81`.`out`,
  `t81`.`out_source`,
  `t81`.`starting`,
  `t81`.`starting_source`,
  `t81`.`reported_out`,
  `t81`.`reported_status`,
  `t81`.`reported_reason`,
  CASE
    WHEN COALESCE(`t81`.`roster_status` = 'Inactive', FALSE)
    THEN TRUE
    WHEN `t81`.`morning_out` IS NOT NULL
    THEN `t81`.`morning_out`
    WHEN COALESCE(`t81`.`roster_status` = 'Active', FALSE)
    THEN FALSE
    ELSE NULL
  END AS `morning_out`,
  CASE
    WHEN COALESCE(`t81`.`roster_status` = 'Inactive', FALSE)
    THEN 'daily_lineup'
    WHEN `t81`.`morning_out` IS NOT NULL
    THEN 'injury_report'
    WHEN COALESCE(`t81`.`roster_status` = 'Active', FALSE)
    THEN 'daily_lineup'
    ELSE NULL
  END AS `morning_out_source`,
  `t81`.`morning_starting`,
  `t81`.`morning_starting_source`,
  `t81`.`morning_status`,
  `t81`.`morning_reason`
FROM (
  SELECT
    `t80`.`game_id`,
    `t80`.`game_date`,
    `t80`.`player_id`,
    `t80`.`player_name`,
    `t80`.`name_key`,
    `t80`.`team_id`,
    `t80`.`team_name`,
    `t80`.`opponent_id`,
    `t80`.`season`,
    `t80`.`home`,
    `t80`.`tip_at`,
    `t80`.`listed`,
    `t80`.`starting`,
    `t80`.`starting_source`,
    `t80`.`morning_starting`,
    `t80`.`morning_starting_source`,
    `t80`.`reported_status`,
    `t80`.`reported_reason`,
    `t80`.`reported_out`,
    `t80`.`morning_status`,
    `t80`.`morning_reason`,
    `t80`.`morning_out`,
    `t80`.`out`,
    `t80`.`out_source`,
    `t23`.`status_for`,
    `t23`.`status_of`,
    `t23`.`roster_status`,
    `t32`.`lineup_of`,
    `t32`.`lineup_by`,
    `t32`.`lineup_size`
  FROM (
    SELECT
      `t78`.`game_id`,
      `t78`.`game_date`,
      `t78`.`player_id`,
      `t78`.`player_name`,
      `t78`.`name_key`,
      `t78`.`team_id`,
      `t78`.`team_name`,
      `t78`.`opponent_id`,
      `t78`.`season`,
      `t78`.`home`,
      `t78`.`tip_at`,
      `t78`.`listed`,
      `t78`.`starting`,
      `t78`.`starting_source`,
      `t78`.`morning_starting`,
      `t78`.`morning_starting_source`,
      `t78`.`reported_status`,
      `t78`.`reported_reason`,
      `t78`.`reported_out`,
      `t78`.`morning_status`,
      `t78`.`morning_reason`,
      `t78`.`morning_out`,
      CASE
        WHEN NOT (
          `t78`.`lineup_of` IS NOT NULL
        ) AND (
          `t78`.`listed` IS NOT NULL
        )
        THEN `t78`.`listed`
        WHEN COALESCE(`t78`.`roster_status` = 'Inactive', FALSE)
        THEN TRUE
        WHEN `t78`.`reported_out` IS NOT NULL
        THEN `t78`.`reported_out`
        WHEN COALESCE(`t78`.`roster_status` = 'Active', FALSE)
        THEN FALSE
        ELSE NULL
      END AS `out`,
      CASE
        WHEN NOT (
          `t78`.`lineup_of` IS NOT NULL
        ) AND (
          `t78`.`listed` IS NOT NULL
        )
        THEN 'inactive_list'
        WHEN COALESCE(`t78`.`roster_status` = 'Inactive', FALSE)
        THEN 'daily_lineup'
        WHEN `t78`.`reported_out` IS NOT NULL
        THEN 'injury_report'
        WHEN COALESCE(`t78`.`roster_status` = 'Active', FALSE)
        THEN 'daily_lineup'
        ELSE NULL
      END AS `out_source`
    FROM (
      SELECT
        `t77`.`game_id`,
        `t77`.`game_date`,
        `t77`.`player_id`,
        `t77`.`player_name`,
        `t77`.`name_key`,
        `t77`.`team_id`,
        `t77`.`team_name`,
        `t77`.`opponent_id`,
        `t77`.`season`,
        `t77`.`home`,
        `t77`.`tip_at`,
        `t77`.`listed`,
        `t77`.`starting`,
        `t77`.`starting_source`,
        `t77`.`morning_starting`,
        `t77`.`morning_starting_source`,
        `t77`.`reported_status`,
        `t77`.`reported_reason`,
        `t77`.`reported_out`,
        `t77`.`morning_status`,
        `t77`.`morning_reason`,
        `t77`.`morning_out`,
        `t24`.`status_for`,
        `t24`.`status_of`,
        `t24`.`roster_status`,
        `t33`.`lineup_of`,
        `t33`.`lineup_by`,
        `t33`.`lineup_size`
      FROM (
        SELECT
          `t75`.`game_id`,
          `t75`.`game_date`,
          `t75`.`player_id`,
          `t75`.`player_name`,
          `t75`.`name_key`,
          `t75`.`team_id`,
          `t75`.`team_name`,
          `t75`.`opponent_id`,
          `t75`.`season`,
          `t75`.`home`,
          `t75`.`tip_at`,
          `t75`.`listed`,
          `t75`.`starting`,
          `t75`.`starting_source`,
          `t75`.`morning_starting`,
          `t75`.`morning_starting_source`,
          `t75`.`reported_status`,
          `t75`.`reported_reason`,
          `t75`.`reported_out`,
          `t75`.`morning_status`,
          `t75`.`morning_reason`,
          CASE
            WHEN `t75`.`edition_at` IS NOT NULL
            THEN COALESCE(`t75`.`morning_status` = 'out', FALSE)
            ELSE NULL
          END AS `morning_out`
        FROM (
          SELECT
            `t68`.`game_id`,
            `t68`.`game_date`,
            `t68`.`player_id`,
            `t68`.`player_name`,
            `t68`.`name_key`,
            `t68`.`team_id`,
            `t68`.`team_name`,
            `t68`.`opponent_id`,
            `t68`.`season`,
            `t68`.`home`,
            `t68`.`tip_at`,
            `t68`.`listed`,
            `t68`.`starting`,
            `t68`.`starting_source`,
            `t68`.`morning_starting`,
            `t68`.`morning_starting_source`,
            `t68`.`reported_status`,
            `t68`.`reported_reason`,
            `t68`.`reported_out`,
            `t74`.`edition_of`,
            `t74`.`edition_by`,
            `t74`.`edition_at`,
            `t46`.`listed_at`,
            `t46`.`listed_for`,
            `t46`.`listed_by`,
            `t46`.`listed_player`,
            `t46`.`morning_status`,
            `t46`.`morning_reason`
          FROM (
            SELECT
              `t64`.`game_id`,
              `t64`.`game_date`,
              `t64`.`player_id`,
              `t64`.`player_name`,
              `t64`.`name_key`,
              `t64`.`team_id`,
              `t64`.`team_name`,
              `t64`.`opponent_id`,
              `t64`.`season`,
              `t64`.`home`,
              `t64`.`tip_at`,
              `t64`.`listed`,
              `t64`.`starting`,
              `t64`.`starting_source`,
              `t64`.`morning_starting`,
              `t64`.`morning_starting_source`,
              `t64`.`reported_status`,
              `t64`.`reported_reason`,
              CASE
                WHEN `t64`.`edition_at` IS NOT NULL
                THEN COALESCE(`t64`.`reported_status` = 'out', FALSE)
                ELSE NULL
              END AS `reported_out`
            FROM `t63` AS `t64`
          ) AS `t68`
          LEFT OUTER JOIN (
            SELECT
              `t72`.`game_id` AS `edition_of`,
              `t72`.`team_name` AS `edition_by`,
              MAX(`t72`.`report_at`) AS `edition_at`
            FROM (
              SELECT
                `t71`.`game_id`,
                `t71`.`game_date`,
                `t71`.`tip_at`,
                `t71`.`team_name`,
                `t71`.`report_at`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t66`.`game_id`,
                    `t66`.`game_date`,
                    `t66`.`tip_at`,
                    `t66`.`team_name`,
                    `t48`.`report_at`
                  FROM (
                    SELECT DISTINCT
                      `t64`.`game_id`,
                      `t64`.`game_date`,
                      `t64`.`tip_at`,
                      `t64`.`team_name`
                    FROM `t63` AS `t64`
                  ) AS `t66`
                  INNER JOIN (
                    SELECT DISTINCT
                      `t41`.`game_date`,
                      `t41`.`report_at`
                    FROM `t40` AS `t41`
                    WHERE
                      (
                        `t41`.`place` = 0
                      ) OR (
                        `t41`.`player_id` IS NULL
                      )
                  ) AS `t48`
                    ON `t66`.`game_date` = `t48`.`game_date`
                ) AS `t69`
                WHERE
                  `t69`.`report_at` <= (
                    `t69`.`tip_at` - INTERVAL '28800' SECOND
                  )
              ) AS `t71`
              LEFT SEMI JOIN (
                SELECT
                  *
                FROM `input_injury_submission` AS `t1`
                WHERE
                  `t1`.`submitted`
              ) AS `t17`
                ON `t71`.`game_date` = `t17`.`game_date`
                AND `t71`.`report_at` = `t17`.`report_at`
                AND `t71`.`team_name` = `t17`.`team_name`
            ) AS `t72`
            GROUP BY
              1,
              2
          ) AS `t74`
            ON `t68`.`game_id` = `t74`.`edition_of` AND `t68`.`team_name` = `t74`.`edition_by`
          LEFT OUTER JOIN (
            SELECT
              `t41`.`report_at` AS `listed_at`,
              `t41`.`game_date` AS `listed_for`,
              `t41`.`team_name` AS `listed_by`,
              `t41`.`player_id` AS `listed_player`,
              `t41`.`status` AS `morning_status`,
              `t41`.`reason` AS `morning_reason`
            FROM `t40` AS `t41`
            WHERE
              (
                `t41`.`place` = 0
              ) OR (
                `t41`.`player_id` IS NULL
              )
          ) AS `t46`
            ON `t74`.`edition_at` = `t46`.`listed_at`
            AND `t68`.`game_date` = `t46`.`listed_for`
            AND `t68`.`team_name` = `t46`.`listed_by`
            AND `t68`.`player_id` = `t46`.`listed_player`
        ) AS `t75`
      ) AS `t77`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`game_id` AS `status_for`,
          `t0`.`player_id` AS `status_of`,
          `t0`.`roster_status`
        FROM `input_known_lineup` AS `t0`
        WHERE
          `t0`.`known_at` = 'before-tip'
      ) AS `t24`
        ON `t77`.`game_id` = `t24`.`status_for` AND `t77`.`player_id` = `t24`.`status_of`
      LEFT OUTER JOIN (
        SELECT
          `t16`.`game_id` AS `lineup_of`,
          `t16`.`team_id` AS `lineup_by`,
          COUNT(*) AS `lineup_size`
        FROM (
          SELECT
            *
          FROM `input_known_lineup` AS `t0`
          WHERE
            `t0`.`known_at` = 'before-tip'
        ) AS `t16`
        GROUP BY
          1,
          2
      ) AS `t33`
        ON `t77`.`game_id` = `t33`.`lineup_of` AND `t77`.`team_id` = `t33`.`lineup_by`
    ) AS `t78`
  ) AS `t80`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id` AS `status_for`,
      `t0`.`player_id` AS `status_of`,
      `t0`.`roster_status`
    FROM `input_known_lineup` AS `t0`
    WHERE
      `t0`.`known_at` = 'morning'
  ) AS `t23`
    ON `t80`.`game_id` = `t23`.`status_for` AND `t80`.`player_id` = `t23`.`status_of`
  LEFT OUTER JOIN (
    SELECT
      `t14`.`game_id` AS `lineup_of`,
      `t14`.`team_id` AS `lineup_by`,
      COUNT(*) AS `lineup_size`
    FROM (
      SELECT
        *
      FROM `input_known_lineup` AS `t0`
      WHERE
        `t0`.`known_at` = 'morning'
    ) AS `t14`
    GROUP BY
      1,
      2
  ) AS `t32`
    ON `t80`.`game_id` = `t32`.`lineup_of` AND `t80`.`team_id` = `t32`.`lineup_by`
) AS `t81`
