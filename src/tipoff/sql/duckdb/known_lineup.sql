-- rows 07065d40a8bf8a1c 5383dae46b72a11a
WITH "t5" AS (
  SELECT
    "t2"."payload",
    "t2"."game_id",
    "t2"."game_date",
    "t2"."player_id",
    "t2"."captured_at",
    "t2"."player_name",
    "t2"."name_key",
    "t2"."team_id",
    "t2"."lineup_status",
    "t2"."starter",
    "t2"."position",
    "t2"."roster_status",
    "t4"."tip_at",
    "t4"."is_final"
  FROM "input_daily_lineup" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."game_id",
      "t1"."game_date",
      "t1"."tip_at",
      "t1"."is_final"
    FROM "input_schedule" AS "t1"
  ) AS "t4"
    ON "t2"."game_id" = "t4"."game_id" AND "t2"."game_date" = "t4"."game_date"
), "t7" AS (
  SELECT
    *
  FROM "t5" AS "t6"
  WHERE
    "t6"."captured_at" < "t6"."tip_at"
), "t9" AS (
  SELECT
    *
  FROM "t5" AS "t6"
  WHERE
    "t6"."captured_at" <= (
      "t6"."tip_at" - INTERVAL '28800' SECOND
    )
), "t12" AS (
  SELECT
    *
  FROM "t5" AS "t6"
  WHERE
    (
      "t6"."captured_at" <= (
        "t6"."tip_at" - INTERVAL '1800' SECOND
      )
    )
    OR (
      (
        "t6"."captured_at" < "t6"."tip_at"
      ) AND NOT (
        "t6"."is_final"
      )
    )
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t22"."game_id",
      "t22"."game_date",
      "t22"."player_id",
      'tip-off' AS "known_at",
      "t22"."team_id",
      "t22"."captured_at",
      "t22"."lineup_status",
      "t22"."starter",
      "t22"."roster_status"
    FROM (
      SELECT
        "t10"."payload",
        "t10"."game_id",
        "t10"."game_date",
        "t10"."player_id",
        "t10"."captured_at",
        "t10"."player_name",
        "t10"."name_key",
        "t10"."team_id",
        "t10"."lineup_status",
        "t10"."starter",
        "t10"."position",
        "t10"."roster_status",
        "t10"."tip_at",
        "t10"."is_final",
        "t17"."last_at"
      FROM "t7" AS "t10"
      INNER JOIN (
        SELECT
          "t8"."game_id",
          "t8"."team_id",
          MAX("t8"."captured_at") AS "last_at"
        FROM "t7" AS "t8"
        GROUP BY
          1,
          2
      ) AS "t17"
        ON "t10"."game_id" = "t17"."game_id" AND "t10"."team_id" = "t17"."team_id"
    ) AS "t22"
    WHERE
      "t22"."captured_at" = "t22"."last_at"
  ) AS "t25"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t23"."game_id",
        "t23"."game_date",
        "t23"."player_id",
        'morning' AS "known_at",
        "t23"."team_id",
        "t23"."captured_at",
        "t23"."lineup_status",
        "t23"."starter",
        "t23"."roster_status"
      FROM (
        SELECT
          "t13"."payload",
          "t13"."game_id",
          "t13"."game_date",
          "t13"."player_id",
          "t13"."captured_at",
          "t13"."player_name",
          "t13"."name_key",
          "t13"."team_id",
          "t13"."lineup_status",
          "t13"."starter",
          "t13"."position",
          "t13"."roster_status",
          "t13"."tip_at",
          "t13"."is_final",
          "t19"."last_at"
        FROM "t9" AS "t13"
        INNER JOIN (
          SELECT
            "t11"."game_id",
            "t11"."team_id",
            MAX("t11"."captured_at") AS "last_at"
          FROM "t9" AS "t11"
          GROUP BY
            1,
            2
        ) AS "t19"
          ON "t13"."game_id" = "t19"."game_id" AND "t13"."team_id" = "t19"."team_id"
      ) AS "t23"
      WHERE
        "t23"."captured_at" = "t23"."last_at"
    ) AS "t26"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t24"."game_id",
        "t24"."game_date",
        "t24"."player_id",
        'before-tip' AS "known_at",
        "t24"."team_id",
        "t24"."captured_at",
        "t24"."lineup_status",
        "t24"."starter",
        "t24"."roster_status"
      FROM (
        SELECT
          "t16"."payload",
          "t16"."game_id",
          "t16"."game_date",
          "t16"."player_id",
          "t16"."captured_at",
          "t16"."player_name",
          "t16"."name_key",
          "t16"."team_id",
          "t16"."lineup_status",
          "t16"."starter",
          "t16"."position",
          "t16"."roster_status",
          "t16"."tip_at",
          "t16"."is_final",
          "t21"."last_at"
        FROM "t12" AS "t16"
        INNER JOIN (
          SELECT
            "t14"."game_id",
            "t14"."team_id",
            MAX("t14"."captured_at") AS "last_at"
          FROM "t12" AS "t14"
          GROUP BY
            1,
            2
        ) AS "t21"
          ON "t16"."game_id" = "t21"."game_id" AND "t16"."team_id" = "t21"."team_id"
      ) AS "t24"
      WHERE
        "t24"."captured_at" = "t24"."last_at"
    ) AS "t27"
  ) AS "t28"
) AS "t29"
