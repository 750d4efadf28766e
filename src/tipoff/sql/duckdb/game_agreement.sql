-- rows 12c39aa278e59f25 27feabc0a2612b76
WITH "t12" AS (
  SELECT DISTINCT
    "t1"."game_id",
    "t1"."game_date",
    "t1"."player_id"
  FROM "input_box_score_source" AS "t1"
  WHERE
    "t1"."seconds" > 0
)
SELECT
  "t40"."game_id",
  "t40"."game_date",
  "t40"."fact",
  "t40"."compared",
  "t40"."differing",
  "t40"."differing" = 0 AS "_rule_answers_agree"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t34"."game_id",
        "t34"."game_date",
        'who played' AS "fact",
        COUNT(*) AS "compared",
        SUM(CAST(NOT (
          "t34"."same"
        ) AS BIGINT)) AS "differing"
      FROM (
        SELECT
          "t29"."game_id",
          "t29"."game_date",
          (
            "t26"."in_box" IS NOT NULL
          ) AND (
            "t21"."in_log" IS NOT NULL
          ) AS "same"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              *
            FROM "t12" AS "t20"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t2"."game_id",
                "t2"."game_date",
                "t2"."player_id"
              FROM "input_player_box_score" AS "t2"
              WHERE
                "t2"."minutes" > 0
            ) AS "t16"
          ) AS "t22"
        ) AS "t29"
        SEMI JOIN (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t6"."game_id"
            FROM "input_player_box_score" AS "t6"
            SEMI JOIN "input_box_score_source" AS "t4"
              ON "t6"."game_id" = "t4"."game_id"
          ) AS "t23"
        ) AS "t30"
          ON "t29"."game_id" = "t30"."game_id"
        LEFT OUTER JOIN (
          SELECT
            "t20"."game_id",
            "t20"."player_id",
            "t20"."game_date" AS "in_box"
          FROM "t12" AS "t20"
        ) AS "t26"
          ON "t29"."game_id" = "t26"."game_id" AND "t29"."player_id" = "t26"."player_id"
        LEFT OUTER JOIN (
          SELECT
            "t2"."game_id",
            "t2"."player_id",
            "t2"."game_date" AS "in_log"
          FROM "input_player_box_score" AS "t2"
          WHERE
            "t2"."minutes" > 0
        ) AS "t21"
          ON "t29"."game_id" = "t21"."game_id" AND "t29"."player_id" = "t21"."player_id"
      ) AS "t34"
      GROUP BY
        1,
        2,
        3
    ) AS "t38"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."game_id",
        "t32"."game_date",
        'time and starters by either host' AS "fact",
        COUNT(*) AS "compared",
        SUM(CAST(NOT (
          "t32"."same"
        ) AS BIGINT)) AS "differing"
      FROM (
        SELECT
          "t17"."game_id",
          "t17"."game_date",
          (
            COALESCE(ABS("t17"."seconds" - "t18"."other_seconds") <= 1, FALSE)
            OR (
              (
                "t17"."seconds" IS NULL
              ) AND (
                "t18"."other_seconds" IS NULL
              )
            )
          )
          AND (
            "t17"."starter" = "t18"."other_starter"
          ) AS "same"
        FROM (
          SELECT
            *
          FROM "input_box_score_source" AS "t1"
          WHERE
            "t1"."source" = 'boxscoretraditionalv3'
        ) AS "t17"
        INNER JOIN (
          SELECT
            "t1"."game_id",
            "t1"."player_id",
            "t1"."starter" AS "other_starter",
            "t1"."seconds" AS "other_seconds"
          FROM "input_box_score_source" AS "t1"
          WHERE
            "t1"."source" = 'boxscore'
        ) AS "t18"
          ON "t17"."game_id" = "t18"."game_id" AND "t17"."player_id" = "t18"."player_id"
      ) AS "t32"
      GROUP BY
        1,
        2,
        3
    ) AS "t37"
  ) AS "t39"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t31"."game_id",
        "t31"."game_date",
        'minutes' AS "fact",
        COUNT(*) AS "compared",
        SUM(CAST(NOT (
          "t31"."same"
        ) AS BIGINT)) AS "differing"
      FROM (
        SELECT
          "t19"."game_id",
          "t19"."game_date",
          (
            "t14"."minutes" = CAST(FLOOR((
              "t19"."seconds"
            ) / (
              60
            )) AS BIGINT)
          )
          OR (
            "t14"."minutes" = (
              CAST(FLOOR((
                "t19"."seconds"
              ) / (
                60
              )) AS BIGINT) + 1
            )
          ) AS "same"
        FROM (
          SELECT
            *
          FROM "input_box_score_source" AS "t1"
          WHERE
            "t1"."seconds" > 0
        ) AS "t19"
        INNER JOIN (
          SELECT
            "t2"."game_id",
            "t2"."player_id",
            "t2"."minutes"
          FROM "input_player_box_score" AS "t2"
        ) AS "t14"
          ON "t19"."game_id" = "t14"."game_id" AND "t19"."player_id" = "t14"."player_id"
      ) AS "t31"
      GROUP BY
        1,
        2,
        3
    ) AS "t35"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."game_id",
        "t27"."game_date",
        'who was inactive' AS "fact",
        COUNT(*) AS "compared",
        SUM(CAST(NOT (
          "t27"."same"
        ) AS BIGINT)) AS "differing"
      FROM (
        SELECT
          "t3"."game_id",
          "t3"."game_date",
          "t13"."logged" IS NULL AS "same"
        FROM "input_inactive_player" AS "t3"
        SEMI JOIN "input_player_box_score" AS "t5"
          ON "t3"."game_id" = "t5"."game_id"
        LEFT OUTER JOIN (
          SELECT
            "t2"."game_id",
            "t2"."player_id",
            "t2"."game_date" AS "logged"
          FROM "input_player_box_score" AS "t2"
        ) AS "t13"
          ON "t3"."game_id" = "t13"."game_id" AND "t3"."player_id" = "t13"."player_id"
      ) AS "t27"
      GROUP BY
        1,
        2,
        3
    ) AS "t33"
  ) AS "t36"
) AS "t40"
