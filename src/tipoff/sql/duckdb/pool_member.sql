-- rows 97510f973dc92673 2fd2056842388710
WITH "t5" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."game_date",
      "t0"."team_id",
      "t0"."player_id",
      "t0"."player_name",
      "t0"."name_key"
    FROM "input_player_game_summary" AS "t0"
  ) AS "t3"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."game_date",
      "t1"."team_id",
      "t1"."player_id",
      "t1"."player_name",
      "t1"."name_key"
    FROM "input_player_absence" AS "t1"
  ) AS "t4"
), "t9" AS (
  SELECT
    *
  FROM (
    SELECT
      "t2"."game_id",
      "t2"."game_date",
      "t2"."season",
      "t2"."tip_at",
      "t2"."home_team_id" AS "team_id",
      "t2"."home_team_name" AS "team_name",
      "t2"."away_team_id" AS "opponent_id",
      "t2"."home_team_id" = "t2"."home_team_id" AS "home"
    FROM "input_schedule" AS "t2"
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t2"."game_id",
      "t2"."game_date",
      "t2"."season",
      "t2"."tip_at",
      "t2"."away_team_id" AS "team_id",
      "t2"."away_team_name" AS "team_name",
      "t2"."home_team_id" AS "opponent_id",
      "t2"."home_team_id" = "t2"."away_team_id" AS "home"
    FROM "input_schedule" AS "t2"
  ) AS "t7"
), "t12" AS (
  SELECT DISTINCT
    "t8"."game_date",
    "t8"."team_id"
  FROM "t5" AS "t8"
), "t16" AS (
  SELECT
    "t8"."game_date",
    "t8"."team_id",
    "t8"."player_id",
    "t8"."player_name",
    "t8"."name_key",
    ROW_NUMBER() OVER (
      PARTITION BY "t8"."player_id", "t8"."game_date"
      ORDER BY "t8"."team_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM "t5" AS "t8"
), "t20" AS (
  SELECT
    "t14"."game_date",
    "t14"."team_id",
    ROW_NUMBER() OVER (
      PARTITION BY "t14"."team_id"
      ORDER BY "t14"."game_date" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "number"
  FROM "t12" AS "t14"
)
SELECT
  "t54"."game_id",
  "t54"."game_date",
  "t54"."season",
  "t54"."tip_at",
  "t54"."team_id",
  "t54"."team_name",
  "t54"."opponent_id",
  "t54"."home",
  "t54"."player_id",
  "t54"."last_player_name" AS "player_name",
  "t54"."last_name_key" AS "name_key"
FROM (
  SELECT
    "t53"."game_id",
    "t53"."game_date",
    "t53"."season",
    "t53"."tip_at",
    "t53"."team_id",
    "t53"."team_name",
    "t53"."opponent_id",
    "t53"."home",
    "t53"."player_id",
    "t53"."entered",
    "t53"."too_old",
    "t33"."last_game_date",
    "t33"."last_team_id",
    "t33"."last_player_id",
    "t33"."last_player_name",
    "t33"."last_name_key",
    "t33"."last_number"
  FROM (
    SELECT
      "t51"."game_id",
      "t51"."game_date",
      "t51"."season",
      "t51"."tip_at",
      "t51"."team_id",
      "t51"."team_name",
      "t51"."opponent_id",
      "t51"."home",
      "t51"."player_id",
      "t51"."entered",
      "t51"."too_old"
    FROM (
      SELECT
        "t50"."game_id",
        "t50"."game_date",
        "t50"."season",
        "t50"."tip_at",
        "t50"."team_id",
        "t50"."team_name",
        "t50"."opponent_id",
        "t50"."home",
        "t50"."player_id",
        "t50"."event",
        CAST(SUM(CAST("t50"."event" = 1 AS INT)) OVER (
          PARTITION BY "t50"."player_id"
          ORDER BY "t50"."game_date" ASC, "t50"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "entered",
        CAST(SUM(CAST("t50"."event" = 2 AS INT)) OVER (
          PARTITION BY "t50"."player_id"
          ORDER BY "t50"."game_date" ASC, "t50"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "too_old"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            CAST(NULL AS TEXT) AS "game_id",
            CAST(CAST("t18"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
            CAST(NULL AS TEXT) AS "season",
            CAST(NULL AS TIMESTAMP) AS "tip_at",
            CAST(NULL AS BIGINT) AS "team_id",
            CAST(NULL AS TEXT) AS "team_name",
            CAST(NULL AS BIGINT) AS "opponent_id",
            CAST(NULL AS BOOLEAN) AS "home",
            "t18"."player_id",
            2 AS "event"
          FROM "t16" AS "t18"
          WHERE
            "t18"."place" = 0
        ) AS "t27"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t47"."game_id",
              "t47"."game_date",
              "t47"."season",
              "t47"."tip_at",
              "t47"."team_id",
              "t47"."team_name",
              "t47"."opponent_id",
              "t47"."home",
              "t47"."player_id",
              0 AS "event"
            FROM (
              SELECT
                "t13"."game_id",
                "t13"."game_date",
                "t13"."season",
                "t13"."tip_at",
                "t13"."team_id",
                "t13"."team_name",
                "t13"."opponent_id",
                "t13"."home",
                "t46"."player_id"
              FROM "t9" AS "t13"
              INNER JOIN (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    "t43"."for_game_id",
                    "t10"."player_id"
                  FROM (
                    SELECT
                      "t41"."for_game_id",
                      "t41"."team_id",
                      "t41"."game_date"
                    FROM (
                      SELECT
                        "t40"."for_game_id",
                        "t40"."for_date",
                        "t40"."for_owner",
                        "t40"."last_number",
                        "t40"."games_ago",
                        "t40"."for_number",
                        "t26"."game_date",
                        "t26"."team_id",
                        "t26"."number"
                      FROM (
                        SELECT
                          "t38"."for_game_id",
                          "t38"."for_date",
                          "t38"."for_owner",
                          "t38"."last_number",
                          "t38"."games_ago",
                          (
                            "t38"."last_number" - "t38"."games_ago"
                          ) + 1 AS "for_number"
                        FROM (
                          SELECT
                            "t37"."game_id" AS "for_game_id",
                            "t37"."game_date" AS "for_date",
                            "t37"."team_id" AS "for_owner",
                            "t37"."last_number",
                            UNNEST(CAST(CAST([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] AS TINYINT[]) AS BIGINT[])) AS "games_ago"
                          FROM (
                            SELECT
                              "t36"."game_id",
                              "t36"."game_date",
                              "t36"."team_id",
                              "t36"."too_old",
                              "t36"."last_game_date",
                              "t36"."last_team_id",
                              "t36"."last_number"
                            FROM (
                              SELECT
                                "t35"."game_id",
                                "t35"."game_date",
                                "t35"."team_id",
                                "t35"."entered",
                                "t35"."too_old",
                                "t29"."last_game_date",
                                "t29"."last_team_id",
                                "t29"."last_number"
                              FROM (
                                SELECT
                                  "t31"."game_id",
                                  "t31"."game_date",
                                  "t31"."team_id",
                                  "t31"."entered",
                                  "t31"."too_old"
                                FROM (
                                  SELECT
                                    "t25"."game_id",
                                    "t25"."game_date",
                                    "t25"."team_id",
                                    "t25"."event",
                                    CAST(SUM(CAST("t25"."event" = 1 AS INT)) OVER (
                                      PARTITION BY "t25"."team_id"
                                      ORDER BY "t25"."game_date" ASC, "t25"."event" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS BIGINT) AS "entered",
                                    CAST(SUM(CAST("t25"."event" = 2 AS INT)) OVER (
                                      PARTITION BY "t25"."team_id"
                                      ORDER BY "t25"."game_date" ASC, "t25"."event" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS BIGINT) AS "too_old"
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        CAST(NULL AS TEXT) AS "game_id",
                                        CAST(CAST("t14"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
                                        "t14"."team_id",
                                        2 AS "event"
                                      FROM "t12" AS "t14"
                                    ) AS "t21"
                                    UNION ALL
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t11"."game_id",
                                          "t11"."game_date",
                                          "t11"."team_id",
                                          0 AS "event"
                                        FROM "t9" AS "t11"
                                      ) AS "t15"
                                      UNION ALL
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          CAST(NULL AS TEXT) AS "game_id",
                                          "t14"."game_date",
                                          "t14"."team_id",
                                          1 AS "event"
                                        FROM "t12" AS "t14"
                                      ) AS "t17"
                                    ) AS "t19"
                                  ) AS "t25"
                                ) AS "t31"
                                WHERE
                                  "t31"."event" = 0
                              ) AS "t35"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t24"."game_date" AS "last_game_date",
                                  "t24"."team_id" AS "last_team_id",
                                  "t24"."number" AS "last_number"
                                FROM "t20" AS "t24"
                              ) AS "t29"
                                ON "t35"."team_id" = "t29"."last_team_id"
                                AND CASE WHEN "t35"."entered" > "t35"."too_old" THEN "t35"."entered" - 1 ELSE NULL END = "t29"."last_number"
                            ) AS "t36"
                          ) AS "t37"
                        ) AS "t38"
                      ) AS "t40"
                      INNER JOIN "t20" AS "t26"
                        ON "t40"."for_owner" = "t26"."team_id"
                        AND "t40"."for_number" = "t26"."number"
                        AND DATE_DIFF('DAY', "t26"."game_date", "t40"."for_date") <= 365
                    ) AS "t41"
                  ) AS "t43"
                  INNER JOIN "t5" AS "t10"
                    ON "t43"."team_id" = "t10"."team_id" AND "t43"."game_date" = "t10"."game_date"
                ) AS "t44"
              ) AS "t46"
                ON "t13"."game_id" = "t46"."for_game_id"
            ) AS "t47"
          ) AS "t48"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              CAST(NULL AS TEXT) AS "game_id",
              "t18"."game_date",
              CAST(NULL AS TEXT) AS "season",
              CAST(NULL AS TIMESTAMP) AS "tip_at",
              CAST(NULL AS BIGINT) AS "team_id",
              CAST(NULL AS TEXT) AS "team_name",
              CAST(NULL AS BIGINT) AS "opponent_id",
              CAST(NULL AS BOOLEAN) AS "home",
              "t18"."player_id",
              1 AS "event"
            FROM "t16" AS "t18"
            WHERE
              "t18"."place" = 0
          ) AS "t23"
        ) AS "t49"
      ) AS "t50"
    ) AS "t51"
    WHERE
      "t51"."event" = 0
  ) AS "t53"
  LEFT OUTER JOIN (
    SELECT
      "t30"."game_date" AS "last_game_date",
      "t30"."team_id" AS "last_team_id",
      "t30"."player_id" AS "last_player_id",
      "t30"."player_name" AS "last_player_name",
      "t30"."name_key" AS "last_name_key",
      "t30"."number" AS "last_number"
    FROM (
      SELECT
        "t22"."game_date",
        "t22"."team_id",
        "t22"."player_id",
        "t22"."player_name",
        "t22"."name_key",
        ROW_NUMBER() OVER (
          PARTITION BY "t22"."player_id"
          ORDER BY "t22"."game_date" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "number"
      FROM (
        SELECT
          "t18"."game_date",
          "t18"."team_id",
          "t18"."player_id",
          "t18"."player_name",
          "t18"."name_key"
        FROM "t16" AS "t18"
        WHERE
          "t18"."place" = 0
      ) AS "t22"
    ) AS "t30"
  ) AS "t33"
    ON "t53"."player_id" = "t33"."last_player_id"
    AND CASE WHEN "t53"."entered" > "t53"."too_old" THEN "t53"."entered" - 1 ELSE NULL END = "t33"."last_number"
) AS "t54"
WHERE
  "t54"."team_id" = "t54"."last_team_id"
