-- rows afa6726e7270e78b 32b22e310e866de3
SELECT
  "t17"."game_id",
  "t17"."game_date",
  "t17"."bookmaker",
  "t17"."captured_at",
  "t17"."home_spread",
  "t17"."home_spread_open",
  "t17"."total",
  "t17"."total_open",
  "t17"."home_price",
  "t17"."away_price"
FROM (
  SELECT
    "t16"."game_id",
    "t16"."game_date",
    "t16"."is_final",
    "t16"."scheduled_at",
    "t16"."payload",
    "t16"."home_team_name",
    "t16"."away_team_name",
    "t16"."bookmaker",
    "t16"."capture",
    "t16"."captured_at",
    "t16"."tip_at",
    "t16"."home_spread_open",
    "t16"."home_spread",
    "t16"."total_open",
    "t16"."total",
    "t16"."home_price",
    "t16"."away_price",
    "t16"."home_spread_price",
    "t16"."away_spread_price",
    "t16"."over_price",
    "t16"."under_price",
    "t16"."is_swapped",
    "t16"."tip",
    "t16"."quoted_at",
    "t16"."last",
    "t16"."first",
    ROW_NUMBER() OVER (
      PARTITION BY "t16"."game_id"
      ORDER BY (
        "t16"."home_spread" IS NULL
      ) OR (
        "t16"."total" IS NULL
      ) ASC, CASE
        WHEN "t16"."bookmaker" = 'draftkings'
        THEN 0
        WHEN "t16"."bookmaker" = 'fanduel'
        THEN 1
        WHEN "t16"."bookmaker" = 'consensus'
        THEN 9
        ELSE 2
      END ASC, "t16"."bookmaker" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."game_id",
        "t14"."game_date",
        "t14"."is_final",
        "t14"."scheduled_at",
        "t14"."payload",
        "t14"."home_team_name",
        "t14"."away_team_name",
        "t14"."bookmaker",
        "t14"."capture",
        "t14"."captured_at",
        "t14"."tip_at",
        COALESCE(
          "t14"."home_spread_open",
          MAX(
            CASE
              WHEN (
                "t14"."captured_at" IS NOT NULL
              ) AND (
                "t14"."first" = 0
              )
              THEN "t14"."home_spread"
              ELSE NULL
            END
          ) OVER (
            PARTITION BY "t14"."game_id", "t14"."bookmaker"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) AS "home_spread_open",
        "t14"."home_spread",
        COALESCE(
          "t14"."total_open",
          MAX(
            CASE
              WHEN (
                "t14"."captured_at" IS NOT NULL
              ) AND (
                "t14"."first" = 0
              )
              THEN "t14"."total"
              ELSE NULL
            END
          ) OVER (
            PARTITION BY "t14"."game_id", "t14"."bookmaker"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) AS "total_open",
        "t14"."total",
        "t14"."home_price",
        "t14"."away_price",
        "t14"."home_spread_price",
        "t14"."away_spread_price",
        "t14"."over_price",
        "t14"."under_price",
        "t14"."is_swapped",
        "t14"."tip",
        "t14"."quoted_at",
        "t14"."last",
        "t14"."first"
      FROM (
        SELECT
          "t13"."game_id",
          "t13"."game_date",
          "t13"."is_final",
          "t13"."scheduled_at",
          "t13"."payload",
          "t13"."home_team_name",
          "t13"."away_team_name",
          "t13"."bookmaker",
          "t13"."capture",
          "t13"."captured_at",
          "t13"."tip_at",
          "t13"."home_spread_open",
          "t13"."home_spread",
          "t13"."total_open",
          "t13"."total",
          "t13"."home_price",
          "t13"."away_price",
          "t13"."home_spread_price",
          "t13"."away_spread_price",
          "t13"."over_price",
          "t13"."under_price",
          "t13"."is_swapped",
          "t13"."tip",
          "t13"."quoted_at",
          ROW_NUMBER() OVER (
            PARTITION BY "t13"."game_id", "t13"."bookmaker"
            ORDER BY "t13"."quoted_at" DESC, "t13"."capture" DESC, "t13"."is_swapped" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "last",
          ROW_NUMBER() OVER (
            PARTITION BY "t13"."game_id", "t13"."bookmaker"
            ORDER BY NOT (
              "t13"."captured_at" IS NOT NULL
            ) ASC, "t13"."quoted_at" ASC, "t13"."capture" DESC, "t13"."is_swapped" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t12"."game_id",
            "t12"."game_date",
            "t12"."is_final",
            "t12"."scheduled_at",
            "t12"."payload",
            "t12"."home_team_name",
            "t12"."away_team_name",
            "t12"."bookmaker",
            "t12"."capture",
            "t12"."captured_at",
            "t12"."tip_at",
            "t12"."home_spread_open",
            "t12"."home_spread",
            "t12"."total_open",
            "t12"."total",
            "t12"."home_price",
            "t12"."away_price",
            "t12"."home_spread_price",
            "t12"."away_spread_price",
            "t12"."over_price",
            "t12"."under_price",
            "t12"."is_swapped",
            "t12"."tip",
            COALESCE("t12"."captured_at", "t12"."tip") AS "quoted_at"
          FROM (
            SELECT
              "t11"."game_id",
              "t11"."game_date",
              "t11"."is_final",
              "t11"."scheduled_at",
              "t11"."payload",
              "t11"."home_team_name",
              "t11"."away_team_name",
              "t11"."bookmaker",
              "t11"."capture",
              "t11"."captured_at",
              "t11"."tip_at",
              "t11"."home_spread_open",
              "t11"."home_spread",
              "t11"."total_open",
              "t11"."total",
              "t11"."home_price",
              "t11"."away_price",
              "t11"."home_spread_price",
              "t11"."away_spread_price",
              "t11"."over_price",
              "t11"."under_price",
              "t11"."is_swapped",
              CASE
                WHEN (
                  "t11"."scheduled_at" IS NOT NULL
                )
                AND (
                  COALESCE("t11"."tip_at", "t11"."scheduled_at") IS NOT NULL
                )
                THEN LEAST("t11"."scheduled_at", COALESCE("t11"."tip_at", "t11"."scheduled_at"))
                ELSE NULL
              END AS "tip"
            FROM (
              SELECT
                "t5"."game_id",
                "t5"."game_date",
                "t5"."is_final",
                "t5"."scheduled_at",
                "t10"."payload",
                "t10"."home_team_name",
                "t10"."away_team_name",
                "t10"."bookmaker",
                "t10"."capture",
                "t10"."captured_at",
                "t10"."tip_at",
                "t10"."home_spread_open",
                "t10"."home_spread",
                "t10"."total_open",
                "t10"."total",
                "t10"."home_price",
                "t10"."away_price",
                "t10"."home_spread_price",
                "t10"."away_spread_price",
                "t10"."over_price",
                "t10"."under_price",
                "t10"."is_swapped"
              FROM (
                SELECT
                  "t0"."game_id",
                  "t0"."game_date",
                  "t0"."is_final",
                  "t0"."tip_at" AS "scheduled_at"
                FROM "input_schedule" AS "t0"
              ) AS "t5"
              INNER JOIN (
                SELECT
                  "t8"."payload",
                  "t8"."game_date",
                  "t8"."home_team_name",
                  "t8"."away_team_name",
                  "t8"."bookmaker",
                  "t8"."capture",
                  "t8"."captured_at",
                  "t8"."tip_at",
                  CASE
                    WHEN "t8"."is_swapped"
                    THEN 0 - "t8"."home_spread_open"
                    ELSE "t8"."home_spread_open"
                  END AS "home_spread_open",
                  CASE WHEN "t8"."is_swapped" THEN 0 - "t8"."home_spread" ELSE "t8"."home_spread" END AS "home_spread",
                  "t8"."total_open",
                  "t8"."total",
                  CASE WHEN "t8"."is_swapped" THEN "t8"."away_price" ELSE "t8"."home_price" END AS "home_price",
                  CASE WHEN "t8"."is_swapped" THEN "t8"."home_price" ELSE "t8"."away_price" END AS "away_price",
                  "t8"."home_spread_price",
                  "t8"."away_spread_price",
                  "t8"."over_price",
                  "t8"."under_price",
                  "t8"."game_id",
                  "t8"."is_swapped"
                FROM (
                  SELECT
                    "t3"."payload",
                    "t3"."game_date",
                    "t3"."home_team_name",
                    "t3"."away_team_name",
                    "t3"."bookmaker",
                    "t3"."capture",
                    "t3"."captured_at",
                    "t3"."tip_at",
                    "t3"."home_spread_open",
                    "t3"."home_spread",
                    "t3"."total_open",
                    "t3"."total",
                    "t3"."home_price",
                    "t3"."away_price",
                    "t3"."home_spread_price",
                    "t3"."away_spread_price",
                    "t3"."over_price",
                    "t3"."under_price",
                    "t7"."game_id",
                    "t7"."is_swapped"
                  FROM "input_game_price" AS "t3"
                  INNER JOIN (
                    SELECT
                      "t2"."game_date",
                      "t2"."home_team_name",
                      "t2"."away_team_name",
                      "t2"."game_id",
                      "t2"."is_swapped"
                    FROM "input_feed_game" AS "t2"
                    WHERE
                      "t2"."game_id" IS NOT NULL
                  ) AS "t7"
                    ON "t3"."game_date" = "t7"."game_date"
                    AND "t3"."home_team_name" = "t7"."home_team_name"
                    AND "t3"."away_team_name" = "t7"."away_team_name"
                ) AS "t8"
              ) AS "t10"
                ON "t5"."game_id" = "t10"."game_id" AND "t5"."game_date" = "t10"."game_date"
            ) AS "t11"
          ) AS "t12"
          WHERE
            (
              (
                "t12"."captured_at" IS NULL
              ) OR (
                "t12"."captured_at" < "t12"."tip"
              )
            )
            AND NOT (
              "t12"."is_final"
              AND COALESCE("t12"."captured_at" > (
                "t12"."tip" - INTERVAL '1800' SECOND
              ), FALSE)
            )
        ) AS "t13"
      ) AS "t14"
    ) AS "t15"
    WHERE
      "t15"."last" = 0
  ) AS "t16"
) AS "t17"
WHERE
  "t17"."place" = 0
