-- rows 1545a24b3aceb34b 8212c3cfe7d9c9c9
WITH `t51` AS (
  SELECT
    `t48`.`payload`,
    `t48`.`report_at`,
    `t48`.`game_date`,
    `t48`.`team_name`,
    `t48`.`name_key`,
    `t48`.`player_name`,
    `t48`.`status`,
    `t48`.`reason`,
    `t48`.`player_id`,
    ROW_NUMBER() OVER (
      PARTITION BY `t48`.`report_at`, `t48`.`game_date`, `t48`.`team_name`, `t48`.`player_id`
      ORDER BY `t48`.`player_name` ASC NULLS LAST
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
      `t31`.`player_id`
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
    ) AS `t31`
      ON `t7`.`game_date` = `t31`.`game_date`
      AND `t7`.`team_name` = `t31`.`team_name`
      AND `t7`.`player_name` = `t31`.`player_name`
  ) AS `t48`
), `t65` AS (
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
    `t64`.`last_starting`,
    `t64`.`last_starting_source`,
    `t37`.`starts_for`,
    `t37`.`starts`,
    `t37`.`own_source`,
    `t47`.`lineup_of`,
    `t47`.`lineup_by`,
    `t47`.`five`,
    `t47`.`team_source`
  FROM (
    SELECT
      `t62`.`game_id`,
      `t62`.`game_date`,
      `t62`.`player_id`,
      `t62`.`player_name`,
      `t62`.`name_key`,
      `t62`.`team_id`,
      `t62`.`team_name`,
      `t62`.`opponent_id`,
      `t62`.`season`,
      `t62`.`home`,
      `t62`.`tip_at`,
      `t62`.`listed`,
      `t62`.`starting`,
      `t62`.`starting_source`,
      CASE
        WHEN `t62`.`starts` IS NOT NULL
        THEN TRUE
        WHEN `t62`.`five` >= 5
        THEN FALSE
        ELSE NULL
      END AS `last_starting`,
      CASE
        WHEN `t62`.`starts` IS NOT NULL
        THEN `t62`.`own_source`
        WHEN `t62`.`five` >= 5
        THEN `t62`.`team_source`
        ELSE NULL
      END AS `last_starting_source`
    FROM (
      SELECT
        `t61`.`game_id`,
        `t61`.`game_date`,
        `t61`.`player_id`,
        `t61`.`player_name`,
        `t61`.`name_key`,
        `t61`.`team_id`,
        `t61`.`team_name`,
        `t61`.`opponent_id`,
        `t61`.`season`,
        `t61`.`home`,
        `t61`.`tip_at`,
        `t61`.`listed`,
        `t61`.`starting`,
        `t61`.`starting_source`,
        `t32`.`starts_for`,
        `t32`.`starts`,
        `t32`.`own_source`,
        `t44`.`lineup_of`,
        `t44`.`lineup_by`,
        `t44`.`five`,
        `t44`.`team_source`
      FROM (
        SELECT
          `t53`.`game_id`,
          `t53`.`game_date`,
          `t53`.`player_id`,
          `t53`.`player_name`,
          `t53`.`name_key`,
          `t53`.`team_id`,
          `t53`.`team_name`,
          `t53`.`opponent_id`,
          `t53`.`season`,
          `t53`.`home`,
          `t53`.`tip_at`,
          `t53`.`listed`,
          CASE
            WHEN `t53`.`starts` IS NOT NULL
            THEN TRUE
            WHEN `t53`.`five` >= 5
            THEN FALSE
            ELSE NULL
          END AS `starting`,
          CASE
            WHEN `t53`.`starts` IS NOT NULL
            THEN `t53`.`own_source`
            WHEN `t53`.`five` >= 5
            THEN `t53`.`team_source`
            ELSE NULL
          END AS `starting_source`
        FROM (
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
            `t33`.`starts_for`,
            `t33`.`starts`,
            `t33`.`own_source`,
            `t45`.`lineup_of`,
            `t45`.`lineup_by`,
            `t45`.`five`,
            `t45`.`team_source`
          FROM (
            SELECT
              `t46`.`game_id`,
              `t46`.`game_date`,
              `t46`.`player_id`,
              `t46`.`player_name`,
              `t46`.`name_key`,
              `t46`.`team_id`,
              `t46`.`team_name`,
              `t46`.`opponent_id`,
              `t46`.`season`,
              `t46`.`home`,
              `t46`.`tip_at`,
              CASE
                WHEN `t46`.`on_list` IS NOT NULL
                THEN `t46`.`listed_player` IS NOT NULL
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
                `t24`.`listed_for`,
                `t24`.`listed_player`,
                `t25`.`list_of`,
                `t25`.`on_list`
              FROM `input_pool_member` AS `t8`
              LEFT OUTER JOIN (
                SELECT
                  `t6`.`game_id` AS `listed_for`,
                  `t6`.`player_id` AS `listed_player`
                FROM `input_inactive_player` AS `t6`
              ) AS `t24`
                ON `t8`.`game_id` = `t24`.`listed_for` AND `t8`.`player_id` = `t24`.`listed_player`
              LEFT OUTER JOIN (
                SELECT
                  `t6`.`game_id` AS `list_of`,
                  COUNT(*) AS `on_list`
                FROM `input_inactive_player` AS `t6`
                GROUP BY
                  1
              ) AS `t25`
                ON `t8`.`game_id` = `t25`.`list_of`
            ) AS `t46`
          ) AS `t50`
          LEFT OUTER JOIN (
            SELECT
              `t4`.`game_id` AS `starts_for`,
              `t4`.`player_id` AS `starts`,
              `t4`.`source` AS `own_source`
            FROM `input_starting_lineup` AS `t4`
            WHERE
              `t4`.`known_at` = 'before-tip'
          ) AS `t33`
            ON `t50`.`game_id` = `t33`.`starts_for` AND `t50`.`player_id` = `t33`.`starts`
          LEFT OUTER JOIN (
            SELECT
              `t23`.`game_id` AS `lineup_of`,
              `t23`.`team_id` AS `lineup_by`,
              COUNT(*) AS `five`,
              MAX(`t23`.`source`) AS `team_source`
            FROM (
              SELECT
                *
              FROM `input_starting_lineup` AS `t4`
              WHERE
                `t4`.`known_at` = 'before-tip'
            ) AS `t23`
            GROUP BY
              1,
              2
          ) AS `t45`
            ON `t50`.`game_id` = `t45`.`lineup_of` AND `t50`.`team_id` = `t45`.`lineup_by`
        ) AS `t53`
      ) AS `t61`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`game_id` AS `starts_for`,
          `t4`.`player_id` AS `starts`,
          `t4`.`source` AS `own_source`
        FROM `input_starting_lineup` AS `t4`
        WHERE
          `t4`.`known_at` = 'tip-off'
      ) AS `t32`
        ON `t61`.`game_id` = `t32`.`starts_for` AND `t61`.`player_id` = `t32`.`starts`
      LEFT OUTER JOIN (
        SELECT
          `t21`.`game_id` AS `lineup_of`,
          `t21`.`team_id` AS `lineup_by`,
          COUNT(*) AS `five`,
          MAX(`t21`.`source`) AS `team_source`
        FROM (
          SELECT
            *
          FROM `input_starting_lineup` AS `t4`
          WHERE
            `t4`.`known_at` = 'tip-off'
        ) AS `t21`
        GROUP BY
          1,
          2
      ) AS `t44`
        ON `t61`.`game_id` = `t44`.`lineup_of` AND `t61`.`team_id` = `t44`.`lineup_by`
    ) AS `t62`
  ) AS `t64`
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
  ) AS `t37`
    ON `t64`.`game_id` = `t37`.`starts_for` AND `t64`.`player_id` = `t37`.`starts`
  LEFT OUTER JOIN (
    SELECT
      `t30`.`game_id` AS `lineup_of`,
      `t30`.`team_id` AS `lineup_by`,
      COUNT(*) AS `five`,
      MAX(`t30`.`source`) AS `team_source`
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
    ) AS `t30`
    GROUP BY
      1,
      2
  ) AS `t47`
    ON `t64`.`game_id` = `t47`.`lineup_of` AND `t64`.`team_id` = `t47`.`lineup_by`
), `t77` AS (
  SELECT
    `t70`.`game_id`,
    `t70`.`game_date`,
    `t70`.`player_id`,
    `t70`.`player_name`,
    `t70`.`name_key`,
    `t70`.`team_id`,
    `t70`.`team_name`,
    `t70`.`opponent_id`,
    `t70`.`season`,
    `t70`.`home`,
    `t70`.`tip_at`,
    `t70`.`listed`,
    `t70`.`starting`,
    `t70`.`starting_source`,
    `t70`.`last_starting`,
    `t70`.`last_starting_source`,
    `t70`.`morning_starting`,
    `t70`.`morning_starting_source`,
    `t76`.`edition_of`,
    `t76`.`edition_by`,
    `t76`.`edition_at`,
    `t58`.`listed_at`,
    `t58`.`listed_for`,
    `t58`.`listed_by`,
    `t58`.`listed_player`,
    `t58`.`reported_status`,
    `t58`.`reported_reason`
  FROM (
    SELECT
      `t66`.`game_id`,
      `t66`.`game_date`,
      `t66`.`player_id`,
      `t66`.`player_name`,
      `t66`.`name_key`,
      `t66`.`team_id`,
      `t66`.`team_name`,
      `t66`.`opponent_id`,
      `t66`.`season`,
      `t66`.`home`,
      `t66`.`tip_at`,
      `t66`.`listed`,
      `t66`.`starting`,
      `t66`.`starting_source`,
      `t66`.`last_starting`,
      `t66`.`last_starting_source`,
      CASE
        WHEN `t66`.`starts` IS NOT NULL
        THEN TRUE
        WHEN `t66`.`five` >= 5
        THEN FALSE
        ELSE NULL
      END AS `morning_starting`,
      CASE
        WHEN `t66`.`starts` IS NOT NULL
        THEN `t66`.`own_source`
        WHEN `t66`.`five` >= 5
        THEN `t66`.`team_source`
        ELSE NULL
      END AS `morning_starting_source`
    FROM `t65` AS `t66`
  ) AS `t70`
  LEFT OUTER JOIN (
    SELECT
      `t74`.`game_id` AS `edition_of`,
      `t74`.`team_name` AS `edition_by`,
      MAX(`t74`.`report_at`) AS `edition_at`
    FROM (
      SELECT
        `t73`.`game_id`,
        `t73`.`game_date`,
        `t73`.`tip_at`,
        `t73`.`team_name`,
        `t73`.`report_at`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t68`.`game_id`,
            `t68`.`game_date`,
            `t68`.`tip_at`,
            `t68`.`team_name`,
            `t59`.`report_at`
          FROM (
            SELECT DISTINCT
              `t66`.`game_id`,
              `t66`.`game_date`,
              `t66`.`tip_at`,
              `t66`.`team_name`
            FROM `t65` AS `t66`
          ) AS `t68`
          INNER JOIN (
            SELECT DISTINCT
              `t52`.`game_date`,
              `t52`.`report_at`
            FROM `t51` AS `t52`
            WHERE
              (
                `t52`.`place` = 0
              ) OR (
                `t52`.`player_id` IS NULL
              )
          ) AS `t59`
            ON `t68`.`game_date` = `t59`.`game_date`
        ) AS `t71`
        WHERE
          `t71`.`report_at` <= (
            `t71`.`tip_at` - INTERVAL '1800' SECOND
          )
      ) AS `t73`
      LEFT SEMI JOIN (
        SELECT
          *
        FROM `input_injury_submission` AS `t1`
        WHERE
          `t1`.`submitted`
      ) AS `t18`
        ON `t73`.`game_date` = `t18`.`game_date`
        AND `t73`.`report_at` = `t18`.`report_at`
        AND `t73`.`team_name` = `t18`.`team_name`
    ) AS `t74`
    GROUP BY
      1,
      2
  ) AS `t76`
    ON `t70`.`game_id` = `t76`.`edition_of` AND `t70`.`team_name` = `t76`.`edition_by`
  LEFT OUTER JOIN (
    SELECT
      `t52`.`report_at` AS `listed_at`,
      `t52`.`game_date` AS `listed_for`,
      `t52`.`team_name` AS `listed_by`,
      `t52`.`player_id` AS `listed_player`,
      `t52`.`status` AS `reported_status`,
      `t52`.`reason` AS `reported_reason`
    FROM `t51` AS `t52`
    WHERE
      (
        `t52`.`place` = 0
      ) OR (
        `t52`.`player_id` IS NULL
      )
  ) AS `t58`
    ON `t76`.`edition_at` = `t58`.`listed_at`
    AND `t70`.`game_date` = `t58`.`listed_for`
    AND `t70`.`team_name` = `t58`.`listed_by`
    AND `t70`.`player_id` = `t58`.`listed_player`
)
SELECT
  `t98`.`game_id`,
  `t98`.`game_date`,
  `t98`.`player_id`,
  `t98`.`player_name`,
  `t98`.`name_key`,
  `t98`.`team_id`,
  `t98`.`opponent_id`,
  `t98`.`season`,
  `t98`.`home`,
  `t98`.`tip_at`,
  `t98`.`out`,
  `t98`.`out_source`,
  `t98`.`starting`,
  `t98`.`starting_source`,
  `t98`.`last_out`,
  `t98`.`last_out_source`,
  `t98`.`last_starting`,
  `t98`.`last_starting_source`,
  `t98`.`reported_out`,
  `t98`.`reported_status`,
  `t98`.`reported_reason`,
  CASE
    WHEN COALESCE(`t98`.`roster_status` = 'Inactive', FALSE)
    THEN TRUE
    WHEN `t98`.`morning_out` IS NOT NULL
    THEN `t98`.`morning_out`
    WHEN COALESCE(`t98`.`roster_status` = 'Active', FALSE)
    THEN FALSE
    ELSE NULL
  END AS `morning_out`,
  CASE
    WHEN COALESCE(`t98`.`roster_status` = 'Inactive', FALSE)
    THEN 'daily_lineup'
    WHEN `t98`.`morning_out` IS NOT NULL
    THEN 'injury_report'
    WHEN COALESCE(`t98`.`roster_status` = 'Active', FALSE)
    THEN 'daily_lineup'
    ELSE NULL
  END AS `morning_out_source`,
  `t98`.`morning_starting`,
  `t98`.`morning_starting_source`,
  `t98`.`morning_status`,
  `t98`.`morning_reason`
FROM (
  SELECT
    `t97`.`game_id`,
    `t97`.`game_date`,
    `t97`.`player_id`,
    `t97`.`player_name`,
    `t97`.`name_key`,
    `t97`.`team_id`,
    `t97`.`team_name`,
    `t97`.`opponent_id`,
    `t97`.`season`,
    `t97`.`home`,
    `t97`.`tip_at`,
    `t97`.`listed`,
    `t97`.`starting`,
    `t97`.`starting_source`,
    `t97`.`last_starting`,
    `t97`.`last_starting_source`,
    `t97`.`morning_starting`,
    `t97`.`morning_starting_source`,
    `t97`.`reported_status`,
    `t97`.`reported_reason`,
    `t97`.`reported_out`,
    `t97`.`morning_status`,
    `t97`.`morning_reason`,
    `t97`.`morning_out`,
    `t97`.`out`,
    `t97`.`out_source`,
    `t97`.`last_out`,
    `t97`.`last_out_source`,
    `t26`.`status_for`,
    `t26`.`status_of`,
    `t26`.`roster_status`,
    `t38`.`lineup_of`,
    `t38`.`lineup_by`,
    `t38`.`lineup_size`
  FROM (
    SELECT
      `t95`.`game_id`,
      `t95`.`game_date`,
      `t95`.`player_id`,
      `t95`.`player_name`,
      `t95`.`name_key`,
      `t95`.`team_id`,
      `t95`.`team_name`,
      `t95`.`opponent_id`,
      `t95`.`season`,
      `t95`.`home`,
      `t95`.`tip_at`,
      `t95`.`listed`,
      `t95`.`starting`,
      `t95`.`starting_source`,
      `t95`.`last_starting`,
      `t95`.`last_starting_source`,
      `t95`.`morning_starting`,
      `t95`.`morning_starting_source`,
      `t95`.`reported_status`,
      `t95`.`reported_reason`,
      `t95`.`reported_out`,
      `t95`.`morning_status`,
      `t95`.`morning_reason`,
      `t95`.`morning_out`,
      `t95`.`out`,
      `t95`.`out_source`,
      CASE
        WHEN NOT (
          `t95`.`lineup_of` IS NOT NULL
        ) AND (
          `t95`.`listed` IS NOT NULL
        )
        THEN `t95`.`listed`
        WHEN COALESCE(`t95`.`roster_status` = 'Inactive', FALSE)
        THEN TRUE
        WHEN `t95`.`reported_out` IS NOT NULL
        THEN `t95`.`reported_out`
        WHEN COALESCE(`t95`.`roster_status` = 'Active', FALSE)
        THEN FALSE
        ELSE NULL
      END AS `last_out`,
      CASE
        WHEN NOT (
          `t95`.`lineup_of` IS NOT NULL
        ) AND (
          `t95`.`listed` IS NOT NULL
        )
        THEN 'inactive_list'
        WHEN COALESCE(`t95`.`roster_status` = 'Inactive', FALSE)
        THEN 'daily_lineup'
        WHEN `t95`.`reported_out` IS NOT NULL
        THEN 'injury_report'
        WHEN COALESCE(`t95`.`roster_status` = 'Active', FALSE)
        THEN 'daily_lineup'
        ELSE NULL
      END AS `last_out_source`
    FROM (
      SELECT
        `t94`.`game_id`,
        `t94`.`game_date`,
        `t94`.`player_id`,
        `t94`.`player_name`,
        `t94`.`name_key`,
        `t94`.`team_id`,
        `t94`.`team_name`,
        `t94`.`opponent_id`,
        `t94`.`season`,
        `t94`.`home`,
        `t94`.`tip_at`,
        `t94`.`listed`,
        `t94`.`starting`,
        `t94`.`starting_source`,
        `t94`.`last_starting`,
        `t94`.`last_starting_source`,
        `t94`.`morning_starting`,
        `t94`.`morning_starting_source`,
        `t94`.`reported_status`,
        `t94`.`reported_reason`,
        `t94`.`reported_out`,
        `t94`.`morning_status`,
        `t94`.`morning_reason`,
        `t94`.`morning_out`,
        `t94`.`out`,
        `t94`.`out_source`,
        `t27`.`status_for`,
        `t27`.`status_of`,
        `t27`.`roster_status`,
        `t39`.`lineup_of`,
        `t39`.`lineup_by`,
        `t39`.`lineup_size`
      FROM (
        SELECT
          `t92`.`game_id`,
          `t92`.`game_date`,
          `t92`.`player_id`,
          `t92`.`player_name`,
          `t92`.`name_key`,
          `t92`.`team_id`,
          `t92`.`team_name`,
          `t92`.`opponent_id`,
          `t92`.`season`,
          `t92`.`home`,
          `t92`.`tip_at`,
          `t92`.`listed`,
          `t92`.`starting`,
          `t92`.`starting_source`,
          `t92`.`last_starting`,
          `t92`.`last_starting_source`,
          `t92`.`morning_starting`,
          `t92`.`morning_starting_source`,
          `t92`.`reported_status`,
          `t92`.`reported_reason`,
          `t92`.`reported_out`,
          `t92`.`morning_status`,
          `t92`.`morning_reason`,
          `t92`.`morning_out`,
          CASE
            WHEN NOT (
              `t92`.`lineup_of` IS NOT NULL
            ) AND (
              `t92`.`listed` IS NOT NULL
            )
            THEN `t92`.`listed`
            WHEN COALESCE(`t92`.`roster_status` = 'Inactive', FALSE)
            THEN TRUE
            WHEN `t92`.`reported_out` IS NOT NULL
            THEN `t92`.`reported_out`
            WHEN COALESCE(`t92`.`roster_status` = 'Active', FALSE)
            THEN FALSE
            ELSE NULL
          END AS `out`,
          CASE
            WHEN NOT (
              `t92`.`lineup_of` IS NOT NULL
            ) AND (
              `t92`.`listed` IS NOT NULL
            )
            THEN 'inactive_list'
            WHEN COALESCE(`t92`.`roster_status` = 'Inactive', FALSE)
            THEN 'daily_lineup'
            WHEN `t92`.`reported_out` IS NOT NULL
            THEN 'injury_report'
            WHEN COALESCE(`t92`.`roster_status` = 'Active', FALSE)
            THEN 'daily_lineup'
            ELSE NULL
          END AS `out_source`
        FROM (
          SELECT
            `t91`.`game_id`,
            `t91`.`game_date`,
            `t91`.`player_id`,
            `t91`.`player_name`,
            `t91`.`name_key`,
            `t91`.`team_id`,
            `t91`.`team_name`,
            `t91`.`opponent_id`,
            `t91`.`season`,
            `t91`.`home`,
            `t91`.`tip_at`,
            `t91`.`listed`,
            `t91`.`starting`,
            `t91`.`starting_source`,
            `t91`.`last_starting`,
            `t91`.`last_starting_source`,
            `t91`.`morning_starting`,
            `t91`.`morning_starting_source`,
            `t91`.`reported_status`,
            `t91`.`reported_reason`,
            `t91`.`reported_out`,
            `t91`.`morning_status`,
            `t91`.`morning_reason`,
            `t91`.`morning_out`,
            `t28`.`status_for`,
            `t28`.`status_of`,
            `t28`.`roster_status`,
            `t40`.`lineup_of`,
            `t40`.`lineup_by`,
            `t40`.`lineup_size`
          FROM (
            SELECT
              `t89`.`game_id`,
              `t89`.`game_date`,
              `t89`.`player_id`,
              `t89`.`player_name`,
              `t89`.`name_key`,
              `t89`.`team_id`,
              `t89`.`team_name`,
              `t89`.`opponent_id`,
              `t89`.`season`,
              `t89`.`home`,
              `t89`.`tip_at`,
              `t89`.`listed`,
              `t89`.`starting`,
              `t89`.`starting_source`,
              `t89`.`last_starting`,
              `t89`.`last_starting_source`,
              `t89`.`morning_starting`,
              `t89`.`morning_starting_source`,
              `t89`.`reported_status`,
              `t89`.`reported_reason`,
              `t89`.`reported_out`,
              `t89`.`morning_status`,
              `t89`.`morning_reason`,
              CASE
                WHEN `t89`.`edition_at` IS NOT NULL
                THEN COALESCE(`t89`.`morning_status` = 'out', FALSE)
                ELSE NULL
              END AS `morning_out`
            FROM (
              SELECT
                `t82`.`game_id`,
                `t82`.`game_date`,
                `t82`.`player_id`,
                `t82`.`player_name`,
                `t82`.`name_key`,
                `t82`.`team_id`,
                `t82`.`team_name`,
                `t82`.`opponent_id`,
                `t82`.`season`,
                `t82`.`home`,
                `t82`.`tip_at`,
                `t82`.`listed`,
                `t82`.`starting`,
                `t82`.`starting_source`,
                `t82`.`last_starting`,
                `t82`.`last_starting_source`,
                `t82`.`morning_starting`,
                `t82`.`morning_starting_source`,
                `t82`.`reported_status`,
                `t82`.`reported_reason`,
                `t82`.`reported_out`,
                `t88`.`edition_of`,
                `t88`.`edition_by`,
                `t88`.`edition_at`,
                `t57`.`listed_at`,
                `t57`.`listed_for`,
                `t57`.`listed_by`,
                `t57`.`listed_player`,
                `t57`.`morning_status`,
                `t57`.`morning_reason`
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
                  `t78`.`last_starting`,
                  `t78`.`last_starting_source`,
                  `t78`.`morning_starting`,
                  `t78`.`morning_starting_source`,
                  `t78`.`reported_status`,
                  `t78`.`reported_reason`,
                  CASE
                    WHEN `t78`.`edition_at` IS NOT NULL
                    THEN COALESCE(`t78`.`reported_status` = 'out', FALSE)
                    ELSE NULL
                  END AS `reported_out`
                FROM `t77` AS `t78`
              ) AS `t82`
              LEFT OUTER JOIN (
                SELECT
                  `t86`.`game_id` AS `edition_of`,
                  `t86`.`team_name` AS `edition_by`,
                  MAX(`t86`.`report_at`) AS `edition_at`
                FROM (
                  SELECT
                    `t85`.`game_id`,
                    `t85`.`game_date`,
                    `t85`.`tip_at`,
                    `t85`.`team_name`,
                    `t85`.`report_at`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t80`.`game_id`,
                        `t80`.`game_date`,
                        `t80`.`tip_at`,
                        `t80`.`team_name`,
                        `t59`.`report_at`
                      FROM (
                        SELECT DISTINCT
                          `t78`.`game_id`,
                          `t78`.`game_date`,
                          `t78`.`tip_at`,
                          `t78`.`team_name`
                        FROM `t77` AS `t78`
                      ) AS `t80`
                      INNER JOIN (
                        SELECT DISTINCT
                          `t52`.`game_date`,
                          `t52`.`report_at`
                        FROM `t51` AS `t52`
                        WHERE
                          (
                            `t52`.`place` = 0
                          ) OR (
                            `t52`.`player_id` IS NULL
                          )
                      ) AS `t59`
                        ON `t80`.`game_date` = `t59`.`game_date`
                    ) AS `t83`
                    WHERE
                      `t83`.`report_at` <= (
                        `t83`.`tip_at` - INTERVAL '28800' SECOND
                      )
                  ) AS `t85`
                  LEFT SEMI JOIN (
                    SELECT
                      *
                    FROM `input_injury_submission` AS `t1`
                    WHERE
                      `t1`.`submitted`
                  ) AS `t18`
                    ON `t85`.`game_date` = `t18`.`game_date`
                    AND `t85`.`report_at` = `t18`.`report_at`
                    AND `t85`.`team_name` = `t18`.`team_name`
                ) AS `t86`
                GROUP BY
                  1,
                  2
              ) AS `t88`
                ON `t82`.`game_id` = `t88`.`edition_of` AND `t82`.`team_name` = `t88`.`edition_by`
              LEFT OUTER JOIN (
                SELECT
                  `t52`.`report_at` AS `listed_at`,
                  `t52`.`game_date` AS `listed_for`,
                  `t52`.`team_name` AS `listed_by`,
                  `t52`.`player_id` AS `listed_player`,
                  `t52`.`status` AS `morning_status`,
                  `t52`.`reason` AS `morning_reason`
                FROM `t51` AS `t52`
                WHERE
                  (
                    `t52`.`place` = 0
                  ) OR (
                    `t52`.`player_id` IS NULL
                  )
              ) AS `t57`
                ON `t88`.`edition_at` = `t57`.`listed_at`
                AND `t82`.`game_date` = `t57`.`listed_for`
                AND `t82`.`team_name` = `t57`.`listed_by`
                AND `t82`.`player_id` = `t57`.`listed_player`
            ) AS `t89`
          ) AS `t91`
          LEFT OUTER JOIN (
            SELECT
              `t0`.`game_id` AS `status_for`,
              `t0`.`player_id` AS `status_of`,
              `t0`.`roster_status`
            FROM `input_known_lineup` AS `t0`
            WHERE
              `t0`.`known_at` = 'before-tip'
          ) AS `t28`
            ON `t91`.`game_id` = `t28`.`status_for` AND `t91`.`player_id` = `t28`.`status_of`
          LEFT OUTER JOIN (
            SELECT
              `t17`.`game_id` AS `lineup_of`,
              `t17`.`team_id` AS `lineup_by`,
              COUNT(*) AS `lineup_size`
            FROM (
              SELECT
                *
              FROM `input_known_lineup` AS `t0`
              WHERE
                `t0`.`known_at` = 'before-tip'
            ) AS `t17`
            GROUP BY
              1,
              2
          ) AS `t40`
            ON `t91`.`game_id` = `t40`.`lineup_of` AND `t91`.`team_id` = `t40`.`lineup_by`
        ) AS `t92`
      ) AS `t94`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`game_id` AS `status_for`,
          `t0`.`player_id` AS `status_of`,
          `t0`.`roster_status`
        FROM `input_known_lineup` AS `t0`
        WHERE
          `t0`.`known_at` = 'tip-off'
      ) AS `t27`
        ON `t94`.`game_id` = `t27`.`status_for` AND `t94`.`player_id` = `t27`.`status_of`
      LEFT OUTER JOIN (
        SELECT
          `t15`.`game_id` AS `lineup_of`,
          `t15`.`team_id` AS `lineup_by`,
          COUNT(*) AS `lineup_size`
        FROM (
          SELECT
            *
          FROM `input_known_lineup` AS `t0`
          WHERE
            `t0`.`known_at` = 'tip-off'
        ) AS `t15`
        GROUP BY
          1,
          2
      ) AS `t39`
        ON `t94`.`game_id` = `t39`.`lineup_of` AND `t94`.`team_id` = `t39`.`lineup_by`
    ) AS `t95`
  ) AS `t97`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id` AS `status_for`,
      `t0`.`player_id` AS `status_of`,
      `t0`.`roster_status`
    FROM `input_known_lineup` AS `t0`
    WHERE
      `t0`.`known_at` = 'morning'
  ) AS `t26`
    ON `t97`.`game_id` = `t26`.`status_for` AND `t97`.`player_id` = `t26`.`status_of`
  LEFT OUTER JOIN (
    SELECT
      `t13`.`game_id` AS `lineup_of`,
      `t13`.`team_id` AS `lineup_by`,
      COUNT(*) AS `lineup_size`
    FROM (
      SELECT
        *
      FROM `input_known_lineup` AS `t0`
      WHERE
        `t0`.`known_at` = 'morning'
    ) AS `t13`
    GROUP BY
      1,
      2
  ) AS `t38`
    ON `t97`.`game_id` = `t38`.`lineup_of` AND `t97`.`team_id` = `t38`.`lineup_by`
) AS `t98`
