-- rows 94e5cdf07c1d2f2e 86f85b8ba8934a54
SELECT
  "t11"."game_id",
  "t11"."game_date",
  "t11"."player_id",
  "t11"."market",
  "t11"."bookmaker",
  "t11"."line",
  "t11"."side",
  "t11"."is_alternate",
  "t11"."multiplier",
  "t11"."captured_at"
FROM (
  SELECT
    "t10"."payload",
    "t10"."game_date",
    "t10"."player_name",
    "t10"."name_key",
    "t10"."market",
    "t10"."bookmaker",
    "t10"."line",
    "t10"."side",
    "t10"."is_alternate",
    "t10"."capture",
    "t10"."captured_at",
    "t10"."event_id",
    "t10"."home_team_name",
    "t10"."away_team_name",
    "t10"."tip_at",
    "t10"."price",
    "t10"."is_pickem",
    "t10"."multiplier",
    "t10"."setting",
    "t10"."player_id",
    "t10"."game_id",
    "t10"."scheduled_at",
    "t10"."tip",
    ROW_NUMBER() OVER (
      PARTITION BY "t10"."game_id", "t10"."player_id", "t10"."market", "t10"."bookmaker", "t10"."line", "t10"."side"
      ORDER BY COALESCE("t10"."captured_at", "t10"."tip") DESC, "t10"."capture" DESC, "t10"."event_id" ASC, "t10"."player_name" ASC, "t10"."is_alternate" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t9"."payload",
      "t9"."game_date",
      "t9"."player_name",
      "t9"."name_key",
      "t9"."market",
      "t9"."bookmaker",
      "t9"."line",
      "t9"."side",
      "t9"."is_alternate",
      "t9"."capture",
      "t9"."captured_at",
      "t9"."event_id",
      "t9"."home_team_name",
      "t9"."away_team_name",
      "t9"."tip_at",
      "t9"."price",
      "t9"."is_pickem",
      "t9"."multiplier",
      "t9"."setting",
      "t9"."player_id",
      "t9"."game_id",
      "t9"."scheduled_at",
      CASE
        WHEN (
          "t9"."scheduled_at" IS NOT NULL
        )
        AND (
          COALESCE("t9"."tip_at", "t9"."scheduled_at") IS NOT NULL
        )
        THEN LEAST("t9"."scheduled_at", COALESCE("t9"."tip_at", "t9"."scheduled_at"))
        ELSE NULL
      END AS "tip"
    FROM (
      SELECT
        "t8"."payload",
        "t8"."game_date",
        "t8"."player_name",
        "t8"."name_key",
        "t8"."market",
        "t8"."bookmaker",
        "t8"."line",
        "t8"."side",
        "t8"."is_alternate",
        "t8"."capture",
        "t8"."captured_at",
        "t8"."event_id",
        "t8"."home_team_name",
        "t8"."away_team_name",
        "t8"."tip_at",
        "t8"."price",
        "t8"."is_pickem",
        "t8"."multiplier",
        "t8"."setting",
        "t6"."player_id",
        "t6"."game_id",
        "t5"."scheduled_at"
      FROM (
        SELECT
          "t0"."payload",
          "t0"."game_date",
          "t0"."player_name",
          "t0"."name_key",
          "t0"."market",
          "t0"."bookmaker",
          "t0"."line",
          "t0"."side",
          "t0"."is_alternate",
          "t0"."capture",
          "t0"."captured_at",
          "t0"."event_id",
          "t0"."home_team_name",
          "t0"."away_team_name",
          "t0"."tip_at",
          "t0"."price",
          "t0"."is_pickem",
          "t0"."multiplier",
          COALESCE("t0"."away_team_name" || ' @ ' || "t0"."home_team_name", '') AS "setting"
        FROM "input_prop_price" AS "t0"
      ) AS "t8"
      INNER JOIN (
        SELECT
          "t1"."game_date",
          "t1"."setting",
          "t1"."player_name",
          "t1"."player_id",
          "t1"."game_id"
        FROM "input_resolved_name" AS "t1"
        WHERE
          "t1"."source" = 'prices' AND "t1"."player_id" IS NOT NULL
      ) AS "t6"
        ON "t8"."game_date" = "t6"."game_date"
        AND "t8"."setting" = "t6"."setting"
        AND "t8"."player_name" = "t6"."player_name"
      INNER JOIN (
        SELECT
          "t2"."game_id",
          "t2"."tip_at" AS "scheduled_at"
        FROM "input_schedule" AS "t2"
      ) AS "t5"
        ON "t6"."game_id" = "t5"."game_id"
    ) AS "t9"
    WHERE
      (
        (
          "t9"."captured_at" IS NULL
        )
        OR (
          "t9"."captured_at" < CASE
            WHEN (
              "t9"."scheduled_at" IS NOT NULL
            )
            AND (
              COALESCE("t9"."tip_at", "t9"."scheduled_at") IS NOT NULL
            )
            THEN LEAST("t9"."scheduled_at", COALESCE("t9"."tip_at", "t9"."scheduled_at"))
            ELSE NULL
          END
        )
      )
      AND "t9"."is_pickem"
  ) AS "t10"
) AS "t11"
WHERE
  "t11"."place" = 0
