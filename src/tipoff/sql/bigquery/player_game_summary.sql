-- rows 3af7fc9196df2a40 a2da0ca7427d37a9
SELECT
  `t17`.`game_id`,
  `t17`.`game_date`,
  `t17`.`player_id`,
  `t17`.`player_name`,
  `t17`.`name_key`,
  `t17`.`team_id`,
  `t17`.`opponent_id`,
  `t17`.`season`,
  `t17`.`home`,
  `t17`.`starter`,
  COALESCE(`t17`.`exact_seconds`, `t17`.`minutes` * 60) AS `seconds`,
  `t17`.`points`,
  `t17`.`rebounds`,
  `t17`.`offensive_rebounds`,
  `t17`.`defensive_rebounds`,
  `t17`.`assists`,
  `t17`.`steals`,
  `t17`.`blocks`,
  `t17`.`turnovers`,
  `t17`.`field_goals_made`,
  `t17`.`field_goals_attempted`,
  `t17`.`threes_made`,
  `t17`.`threes_attempted`,
  `t17`.`free_throws_made`,
  `t17`.`free_throws_attempted`,
  `t17`.`personal_fouls`,
  `t17`.`plus_minus`,
  `t17`.`exact_seconds` IS NOT NULL AS `seconds_are_exact`,
  ieee_divide(
    `t17`.`field_goals_made` + (
      `t17`.`threes_made` * 0.5
    ),
    NULLIF(`t17`.`field_goals_attempted`, 0)
  ) AS `effective_field_goal_share`,
  ieee_divide(
    CAST(`t17`.`points` AS FLOAT64),
    NULLIF(
      (
        `t17`.`field_goals_attempted` + (
          `t17`.`free_throws_attempted` * 0.44
        )
      ) * 2,
      0
    )
  ) AS `true_shooting_share`,
  CASE
    WHEN NOT (
      COALESCE(`t17`.`exact_seconds`, `t17`.`minutes` * 60) < 180
    )
    THEN ieee_divide(
      (
        `t17`.`field_goals_attempted` + (
          `t17`.`free_throws_attempted` * 0.44
        ) + `t17`.`turnovers`
      ) * 100 * ieee_divide(`t17`.`team_minutes`, 5),
      NULLIF(
        ieee_divide(COALESCE(`t17`.`exact_seconds`, `t17`.`minutes` * 60), 60) * `t17`.`team_plays`,
        0
      )
    )
    ELSE NULL
  END AS `usage_rate`,
  CASE
    WHEN COALESCE(`t17`.`exact_seconds`, `t17`.`minutes` * 60) < 180
    THEN 'SMALL_SAMPLE'
    ELSE NULL
  END AS `usage_rate_reason`,
  COALESCE(
    `t17`.`paint_attempts`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `paint_attempts`,
  COALESCE(
    `t17`.`paint_makes`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `paint_makes`,
  COALESCE(
    `t17`.`mid_range_attempts`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `mid_range_attempts`,
  COALESCE(
    `t17`.`mid_range_makes`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `mid_range_makes`,
  COALESCE(
    `t17`.`corner_three_attempts`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `corner_three_attempts`,
  COALESCE(
    `t17`.`corner_three_makes`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `corner_three_makes`,
  COALESCE(
    `t17`.`above_break_three_attempts`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `above_break_three_attempts`,
  COALESCE(
    `t17`.`above_break_three_makes`,
    CASE WHEN NOT (
      `t17`.`field_goals_attempted` > 0
    ) THEN 0 ELSE NULL END
  ) AS `above_break_three_makes`
FROM (
  SELECT
    `t16`.`payload`,
    `t16`.`game_id`,
    `t16`.`game_date`,
    `t16`.`minutes`,
    `t16`.`field_goals_made`,
    `t16`.`field_goals_attempted`,
    `t16`.`threes_made`,
    `t16`.`threes_attempted`,
    `t16`.`free_throws_made`,
    `t16`.`free_throws_attempted`,
    `t16`.`offensive_rebounds`,
    `t16`.`defensive_rebounds`,
    `t16`.`rebounds`,
    `t16`.`assists`,
    `t16`.`steals`,
    `t16`.`blocks`,
    `t16`.`turnovers`,
    `t16`.`personal_fouls`,
    `t16`.`points`,
    `t16`.`plus_minus`,
    `t16`.`from_log`,
    `t16`.`player_id`,
    `t16`.`player_name`,
    `t16`.`name_key`,
    `t16`.`team_id`,
    `t16`.`opponent_id`,
    `t16`.`home`,
    `t16`.`team_minutes`,
    `t16`.`team_plays`,
    `t16`.`season`,
    `t16`.`starter`,
    `t16`.`exact_seconds`,
    `t12`.`game_id` AS `game_id_right`,
    `t12`.`player_id` AS `player_id_right`,
    `t12`.`paint_attempts`,
    `t12`.`paint_makes`,
    `t12`.`mid_range_attempts`,
    `t12`.`mid_range_makes`,
    `t12`.`corner_three_attempts`,
    `t12`.`corner_three_makes`,
    `t12`.`above_break_three_attempts`,
    `t12`.`above_break_three_makes`
  FROM (
    SELECT
      `t14`.`payload`,
      `t14`.`game_id`,
      `t14`.`game_date`,
      `t14`.`minutes`,
      `t14`.`field_goals_made`,
      `t14`.`field_goals_attempted`,
      `t14`.`threes_made`,
      `t14`.`threes_attempted`,
      `t14`.`free_throws_made`,
      `t14`.`free_throws_attempted`,
      `t14`.`offensive_rebounds`,
      `t14`.`defensive_rebounds`,
      `t14`.`rebounds`,
      `t14`.`assists`,
      `t14`.`steals`,
      `t14`.`blocks`,
      `t14`.`turnovers`,
      `t14`.`personal_fouls`,
      `t14`.`points`,
      `t14`.`plus_minus`,
      `t14`.`from_log`,
      `t14`.`player_id`,
      `t14`.`player_name`,
      `t14`.`name_key`,
      `t14`.`team_id`,
      `t14`.`opponent_id`,
      `t14`.`home`,
      `t14`.`team_minutes`,
      `t14`.`team_plays`,
      `t14`.`season`,
      `t14`.`starter`,
      `t14`.`exact_seconds`
    FROM (
      SELECT
        `t5`.`payload`,
        `t5`.`game_id`,
        `t5`.`game_date`,
        `t5`.`minutes`,
        `t5`.`field_goals_made`,
        `t5`.`field_goals_attempted`,
        `t5`.`threes_made`,
        `t5`.`threes_attempted`,
        `t5`.`free_throws_made`,
        `t5`.`free_throws_attempted`,
        `t5`.`offensive_rebounds`,
        `t5`.`defensive_rebounds`,
        `t5`.`rebounds`,
        `t5`.`assists`,
        `t5`.`steals`,
        `t5`.`blocks`,
        `t5`.`turnovers`,
        `t5`.`personal_fouls`,
        `t5`.`points`,
        `t5`.`plus_minus`,
        `t5`.`from_log`,
        `t5`.`player_id`,
        `t5`.`player_name`,
        `t5`.`name_key`,
        `t5`.`team_id`,
        `t13`.`opponent_id`,
        `t13`.`home`,
        `t13`.`team_minutes`,
        `t13`.`team_plays`,
        `t8`.`season`,
        `t9`.`game_id` AS `game_id_right`,
        `t9`.`player_id` AS `player_id_right`,
        `t9`.`starter`,
        `t9`.`exact_seconds`
      FROM `input_player_box_score` AS `t5`
      INNER JOIN (
        SELECT
          `t2`.`game_id`,
          `t2`.`team_id`,
          `t2`.`opponent_id`,
          `t2`.`home`,
          `t2`.`minutes` AS `team_minutes`,
          `t2`.`field_goals_attempted` + (
            `t2`.`free_throws_attempted` * 0.44
          ) + `t2`.`turnovers` AS `team_plays`
        FROM `input_team_offense_game_summary` AS `t2`
      ) AS `t13`
        ON `t5`.`game_id` = `t13`.`game_id` AND `t5`.`team_id` = `t13`.`team_id`
      INNER JOIN (
        SELECT
          `t3`.`game_id`,
          `t3`.`season`
        FROM `input_schedule` AS `t3`
      ) AS `t8`
        ON `t5`.`game_id` = `t8`.`game_id`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`game_id`,
          `t4`.`player_id`,
          `t4`.`starter`,
          `t4`.`seconds` AS `exact_seconds`
        FROM `input_player_rotation` AS `t4`
      ) AS `t9`
        ON `t5`.`game_id` = `t9`.`game_id` AND `t5`.`player_id` = `t9`.`player_id`
    ) AS `t14`
  ) AS `t16`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`player_id`,
      SUM(CAST(`t0`.`zone` = 'paint' AS INT64)) AS `paint_attempts`,
      SUM(CAST((
        `t0`.`zone` = 'paint'
      ) AND `t0`.`made` AS INT64)) AS `paint_makes`,
      SUM(CAST(`t0`.`zone` = 'mid_range' AS INT64)) AS `mid_range_attempts`,
      SUM(CAST((
        `t0`.`zone` = 'mid_range'
      ) AND `t0`.`made` AS INT64)) AS `mid_range_makes`,
      SUM(CAST(`t0`.`zone` = 'corner_three' AS INT64)) AS `corner_three_attempts`,
      SUM(CAST((
        `t0`.`zone` = 'corner_three'
      ) AND `t0`.`made` AS INT64)) AS `corner_three_makes`,
      SUM(CAST(`t0`.`zone` = 'above_break_three' AS INT64)) AS `above_break_three_attempts`,
      SUM(CAST((
        `t0`.`zone` = 'above_break_three'
      ) AND `t0`.`made` AS INT64)) AS `above_break_three_makes`
    FROM `input_shot` AS `t0`
    GROUP BY
      1,
      2
  ) AS `t12`
    ON `t16`.`game_id` = `t12`.`game_id` AND `t16`.`player_id` = `t12`.`player_id`
) AS `t17`
-- every_line_is_summarized 29ed1bc40f55b577 c4462ad1c79a8c89
SELECT
  `t8`.`game_date`,
  `t8`.`game_id`,
  `t8`.`player_id`,
  `t8`.`holds`
FROM (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`player_id`,
    `t7`.`good`,
    COALESCE(`t7`.`good`, FALSE)
    OR (
      AVG(CASE WHEN `t7`.`good` THEN 0 ELSE 1 END) OVER (
        PARTITION BY `t7`.`game_date`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) <= 0.05
    ) AS `holds`
  FROM (
    SELECT
      `t3`.`game_date`,
      `t3`.`game_id`,
      `t3`.`player_id`,
      `t6`.`made` IS NOT NULL AS `good`
    FROM `input_player_box_score` AS `t3`
    LEFT OUTER JOIN (
      SELECT
        `t2`.`game_id`,
        `t2`.`player_id`,
        `t2`.`game_date` AS `made`
      FROM `input_player_game_summary` AS `t2`
    ) AS `t6`
      ON `t3`.`game_id` = `t6`.`game_id` AND `t3`.`player_id` = `t6`.`player_id`
    WHERE
      EXISTS(
        SELECT
          1
        FROM `input_team_offense_game_summary` AS `t4`
        WHERE
          `t3`.`game_id` = `t4`.`game_id` AND `t3`.`team_id` = `t4`.`team_id`
      )
  ) AS `t7`
) AS `t8`
-- shots_are_attempts 27a54548d587b885 094f2b050d551fcf
SELECT
  `t7`.`game_date`,
  `t7`.`game_id`,
  `t7`.`player_id`,
  `t7`.`holds`
FROM (
  SELECT
    `t6`.`game_date`,
    `t6`.`game_id`,
    `t6`.`player_id`,
    `t6`.`good`,
    COALESCE(`t6`.`good`, FALSE)
    OR (
      AVG(CASE WHEN `t6`.`good` THEN 0 ELSE 1 END) OVER (
        PARTITION BY `t6`.`game_date`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) <= 0.02
    ) AS `holds`
  FROM (
    SELECT
      `t2`.`game_date`,
      `t2`.`game_id`,
      `t2`.`player_id`,
      (
        COALESCE(`t5`.`taken`, 0) = `t2`.`field_goals_attempted`
      )
      AND (
        COALESCE(`t5`.`went_in`, 0) = `t2`.`field_goals_made`
      ) AS `good`
    FROM `input_player_box_score` AS `t2`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`game_id`,
        `t1`.`player_id`,
        COUNT(*) AS `taken`,
        SUM(CAST(`t1`.`made` AS INT64)) AS `went_in`
      FROM `input_shot` AS `t1`
      GROUP BY
        1,
        2
    ) AS `t5`
      ON `t2`.`game_id` = `t5`.`game_id` AND `t2`.`player_id` = `t5`.`player_id`
    WHERE
      EXISTS(
        SELECT
          1
        FROM `input_shot` AS `t3`
        WHERE
          `t2`.`game_id` = `t3`.`game_id`
      )
  ) AS `t6`
) AS `t7`
