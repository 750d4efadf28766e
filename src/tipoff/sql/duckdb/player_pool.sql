-- rows d29c705864d61e0b
SELECT
  "t91"."game_id",
  "t91"."game_date",
  "t91"."player_id",
  "t91"."player_name",
  "t91"."name_key",
  "t91"."team_id",
  "t91"."opponent_id",
  "t91"."season",
  "t91"."home",
  "t91"."tip_at",
  "t91"."out",
  "t91"."out_source",
  "t91"."starting",
  "t91"."starting_source",
  "t91"."reported_out",
  "t91"."reported_status",
  "t91"."reported_reason",
  "t91"."morning_out",
  "t91"."morning_out_source",
  "t91"."morning_starting",
  "t91"."morning_starting_source",
  "t91"."morning_status",
  "t91"."morning_reason"
FROM (
  SELECT
    "t90".*
    EXCLUDE ("has_lineup", "is_active", "is_inactive")
  FROM (
    SELECT
      "t89"."game_id",
      "t89"."game_date",
      "t89"."player_id",
      "t89"."player_name",
      "t89"."name_key",
      "t89"."team_id",
      "t89"."team_name",
      "t89"."opponent_id",
      "t89"."season",
      "t89"."home",
      "t89"."tip_at",
      "t89"."listed",
      "t89"."starting",
      "t89"."starting_source",
      "t89"."morning_starting",
      "t89"."morning_starting_source",
      "t89"."reported_status",
      "t89"."reported_reason",
      "t89"."reported_out",
      "t89"."morning_status",
      "t89"."morning_reason",
      CASE
        WHEN "t89"."is_inactive"
        THEN TRUE
        WHEN "t89"."morning_out" IS NOT NULL
        THEN "t89"."morning_out"
        WHEN "t89"."is_active"
        THEN FALSE
        ELSE NULL
      END AS "morning_out",
      "t89"."out",
      "t89"."out_source",
      "t89"."has_lineup",
      "t89"."is_inactive",
      "t89"."is_active",
      CASE
        WHEN "t89"."is_inactive"
        THEN 'daily_lineup'
        WHEN "t89"."morning_out" IS NOT NULL
        THEN 'injury_report'
        WHEN "t89"."is_active"
        THEN 'daily_lineup'
        ELSE NULL
      END AS "morning_out_source"
    FROM (
      SELECT
        "t88".*
        EXCLUDE ("lineup_by", "lineup_of", "lineup_size", "roster_status", "status_for", "status_of")
      FROM (
        SELECT
          "t87"."game_id",
          "t87"."game_date",
          "t87"."player_id",
          "t87"."player_name",
          "t87"."name_key",
          "t87"."team_id",
          "t87"."team_name",
          "t87"."opponent_id",
          "t87"."season",
          "t87"."home",
          "t87"."tip_at",
          "t87"."listed",
          "t87"."starting",
          "t87"."starting_source",
          "t87"."morning_starting",
          "t87"."morning_starting_source",
          "t87"."reported_status",
          "t87"."reported_reason",
          "t87"."reported_out",
          "t87"."morning_status",
          "t87"."morning_reason",
          "t87"."morning_out",
          "t87"."out",
          "t87"."out_source",
          "t87"."status_for",
          "t87"."status_of",
          "t87"."roster_status",
          "t87"."lineup_of",
          "t87"."lineup_by",
          "t87"."lineup_size",
          "t87"."lineup_of" IS NOT NULL AS "has_lineup",
          COALESCE("t87"."roster_status" = 'Inactive', FALSE) AS "is_inactive",
          COALESCE("t87"."roster_status" = 'Active', FALSE) AS "is_active"
        FROM (
          SELECT
            "t86"."game_id",
            "t86"."game_date",
            "t86"."player_id",
            "t86"."player_name",
            "t86"."name_key",
            "t86"."team_id",
            "t86"."team_name",
            "t86"."opponent_id",
            "t86"."season",
            "t86"."home",
            "t86"."tip_at",
            "t86"."listed",
            "t86"."starting",
            "t86"."starting_source",
            "t86"."morning_starting",
            "t86"."morning_starting_source",
            "t86"."reported_status",
            "t86"."reported_reason",
            "t86"."reported_out",
            "t86"."morning_status",
            "t86"."morning_reason",
            "t86"."morning_out",
            "t86"."out",
            "t86"."out_source",
            "t23"."status_for",
            "t23"."status_of",
            "t23"."roster_status",
            "t32"."lineup_of",
            "t32"."lineup_by",
            "t32"."lineup_size"
          FROM (
            SELECT
              "t84".*
              EXCLUDE ("has_lineup", "is_active", "is_inactive")
            FROM (
              SELECT
                "t83"."game_id",
                "t83"."game_date",
                "t83"."player_id",
                "t83"."player_name",
                "t83"."name_key",
                "t83"."team_id",
                "t83"."team_name",
                "t83"."opponent_id",
                "t83"."season",
                "t83"."home",
                "t83"."tip_at",
                "t83"."listed",
                "t83"."starting",
                "t83"."starting_source",
                "t83"."morning_starting",
                "t83"."morning_starting_source",
                "t83"."reported_status",
                "t83"."reported_reason",
                "t83"."reported_out",
                "t83"."morning_status",
                "t83"."morning_reason",
                "t83"."morning_out",
                "t83"."has_lineup",
                "t83"."is_inactive",
                "t83"."is_active",
                CASE
                  WHEN NOT (
                    "t83"."has_lineup"
                  ) AND (
                    "t83"."listed" IS NOT NULL
                  )
                  THEN "t83"."listed"
                  WHEN "t83"."is_inactive"
                  THEN TRUE
                  WHEN "t83"."reported_out" IS NOT NULL
                  THEN "t83"."reported_out"
                  WHEN "t83"."is_active"
                  THEN FALSE
                  ELSE NULL
                END AS "out",
                CASE
                  WHEN NOT (
                    "t83"."has_lineup"
                  ) AND (
                    "t83"."listed" IS NOT NULL
                  )
                  THEN 'inactive_list'
                  WHEN "t83"."is_inactive"
                  THEN 'daily_lineup'
                  WHEN "t83"."reported_out" IS NOT NULL
                  THEN 'injury_report'
                  WHEN "t83"."is_active"
                  THEN 'daily_lineup'
                  ELSE NULL
                END AS "out_source"
              FROM (
                SELECT
                  "t82".*
                  EXCLUDE ("lineup_by", "lineup_of", "lineup_size", "roster_status", "status_for", "status_of")
                FROM (
                  SELECT
                    "t81"."game_id",
                    "t81"."game_date",
                    "t81"."player_id",
                    "t81"."player_name",
                    "t81"."name_key",
                    "t81"."team_id",
                    "t81"."team_name",
                    "t81"."opponent_id",
                    "t81"."season",
                    "t81"."home",
                    "t81"."tip_at",
                    "t81"."listed",
                    "t81"."starting",
                    "t81"."starting_source",
                    "t81"."morning_starting",
                    "t81"."morning_starting_source",
                    "t81"."reported_status",
                    "t81"."reported_reason",
                    "t81"."reported_out",
                    "t81"."morning_status",
                    "t81"."morning_reason",
                    "t81"."morning_out",
                    "t81"."status_for",
                    "t81"."status_of",
                    "t81"."roster_status",
                    "t81"."lineup_of",
                    "t81"."lineup_by",
                    "t81"."lineup_size",
                    "t81"."lineup_of" IS NOT NULL AS "has_lineup",
                    COALESCE("t81"."roster_status" = 'Inactive', FALSE) AS "is_inactive",
                    COALESCE("t81"."roster_status" = 'Active', FALSE) AS "is_active"
                  FROM (
                    SELECT
                      "t80"."game_id",
                      "t80"."game_date",
                      "t80"."player_id",
                      "t80"."player_name",
                      "t80"."name_key",
                      "t80"."team_id",
                      "t80"."team_name",
                      "t80"."opponent_id",
                      "t80"."season",
                      "t80"."home",
                      "t80"."tip_at",
                      "t80"."listed",
                      "t80"."starting",
                      "t80"."starting_source",
                      "t80"."morning_starting",
                      "t80"."morning_starting_source",
                      "t80"."reported_status",
                      "t80"."reported_reason",
                      "t80"."reported_out",
                      "t80"."morning_status",
                      "t80"."morning_reason",
                      "t80"."morning_out",
                      "t24"."status_for",
                      "t24"."status_of",
                      "t24"."roster_status",
                      "t33"."lineup_of",
                      "t33"."lineup_by",
                      "t33"."lineup_size"
                    FROM (
                      SELECT
                        "t78".*
                        EXCLUDE ("edition_at", "edition_by", "edition_of", "listed_at", "listed_by", "listed_for", "listed_player")
                      FROM (
                        SELECT
                          "t77"."game_id",
                          "t77"."game_date",
                          "t77"."player_id",
                          "t77"."player_name",
                          "t77"."name_key",
                          "t77"."team_id",
                          "t77"."team_name",
                          "t77"."opponent_id",
                          "t77"."season",
                          "t77"."home",
                          "t77"."tip_at",
                          "t77"."listed",
                          "t77"."starting",
                          "t77"."starting_source",
                          "t77"."morning_starting",
                          "t77"."morning_starting_source",
                          "t77"."reported_status",
                          "t77"."reported_reason",
                          "t77"."reported_out",
                          "t77"."edition_of",
                          "t77"."edition_by",
                          "t77"."edition_at",
                          "t77"."listed_at",
                          "t77"."listed_for",
                          "t77"."listed_by",
                          "t77"."listed_player",
                          "t77"."morning_status",
                          "t77"."morning_reason",
                          CASE
                            WHEN "t77"."edition_at" IS NOT NULL
                            THEN COALESCE("t77"."morning_status" = 'out', FALSE)
                            ELSE NULL
                          END AS "morning_out"
                        FROM (
                          SELECT
                            "t68"."game_id",
                            "t68"."game_date",
                            "t68"."player_id",
                            "t68"."player_name",
                            "t68"."name_key",
                            "t68"."team_id",
                            "t68"."team_name",
                            "t68"."opponent_id",
                            "t68"."season",
                            "t68"."home",
                            "t68"."tip_at",
                            "t68"."listed",
                            "t68"."starting",
                            "t68"."starting_source",
                            "t68"."morning_starting",
                            "t68"."morning_starting_source",
                            "t68"."reported_status",
                            "t68"."reported_reason",
                            "t68"."reported_out",
                            "t76"."edition_of",
                            "t76"."edition_by",
                            "t76"."edition_at",
                            "t49"."listed_at",
                            "t49"."listed_for",
                            "t49"."listed_by",
                            "t49"."listed_player",
                            "t49"."morning_status",
                            "t49"."morning_reason"
                          FROM (
                            SELECT
                              "t66".*
                              EXCLUDE ("edition_at", "edition_by", "edition_of", "listed_at", "listed_by", "listed_for", "listed_player")
                            FROM (
                              SELECT
                                "t65"."game_id",
                                "t65"."game_date",
                                "t65"."player_id",
                                "t65"."player_name",
                                "t65"."name_key",
                                "t65"."team_id",
                                "t65"."team_name",
                                "t65"."opponent_id",
                                "t65"."season",
                                "t65"."home",
                                "t65"."tip_at",
                                "t65"."listed",
                                "t65"."starting",
                                "t65"."starting_source",
                                "t65"."morning_starting",
                                "t65"."morning_starting_source",
                                "t65"."edition_of",
                                "t65"."edition_by",
                                "t65"."edition_at",
                                "t65"."listed_at",
                                "t65"."listed_for",
                                "t65"."listed_by",
                                "t65"."listed_player",
                                "t65"."reported_status",
                                "t65"."reported_reason",
                                CASE
                                  WHEN "t65"."edition_at" IS NOT NULL
                                  THEN COALESCE("t65"."reported_status" = 'out', FALSE)
                                  ELSE NULL
                                END AS "reported_out"
                              FROM (
                                SELECT
                                  "t56"."game_id",
                                  "t56"."game_date",
                                  "t56"."player_id",
                                  "t56"."player_name",
                                  "t56"."name_key",
                                  "t56"."team_id",
                                  "t56"."team_name",
                                  "t56"."opponent_id",
                                  "t56"."season",
                                  "t56"."home",
                                  "t56"."tip_at",
                                  "t56"."listed",
                                  "t56"."starting",
                                  "t56"."starting_source",
                                  "t56"."morning_starting",
                                  "t56"."morning_starting_source",
                                  "t64"."edition_of",
                                  "t64"."edition_by",
                                  "t64"."edition_at",
                                  "t50"."listed_at",
                                  "t50"."listed_for",
                                  "t50"."listed_by",
                                  "t50"."listed_player",
                                  "t50"."reported_status",
                                  "t50"."reported_reason"
                                FROM (
                                  SELECT
                                    "t54".*
                                    EXCLUDE ("five", "lineup_by", "lineup_of", "own_source", "starts", "starts_for", "team_source")
                                  FROM (
                                    SELECT
                                      "t53"."game_id",
                                      "t53"."game_date",
                                      "t53"."player_id",
                                      "t53"."player_name",
                                      "t53"."name_key",
                                      "t53"."team_id",
                                      "t53"."team_name",
                                      "t53"."opponent_id",
                                      "t53"."season",
                                      "t53"."home",
                                      "t53"."tip_at",
                                      "t53"."listed",
                                      "t53"."starting",
                                      "t53"."starting_source",
                                      "t53"."starts_for",
                                      "t53"."starts",
                                      "t53"."own_source",
                                      "t53"."lineup_of",
                                      "t53"."lineup_by",
                                      "t53"."five",
                                      "t53"."team_source",
                                      CASE
                                        WHEN "t53"."starts" IS NOT NULL
                                        THEN TRUE
                                        WHEN "t53"."five" >= 5
                                        THEN FALSE
                                        ELSE NULL
                                      END AS "morning_starting",
                                      CASE
                                        WHEN "t53"."starts" IS NOT NULL
                                        THEN "t53"."own_source"
                                        WHEN "t53"."five" >= 5
                                        THEN "t53"."team_source"
                                        ELSE NULL
                                      END AS "morning_starting_source"
                                    FROM (
                                      SELECT
                                        "t52"."game_id",
                                        "t52"."game_date",
                                        "t52"."player_id",
                                        "t52"."player_name",
                                        "t52"."name_key",
                                        "t52"."team_id",
                                        "t52"."team_name",
                                        "t52"."opponent_id",
                                        "t52"."season",
                                        "t52"."home",
                                        "t52"."tip_at",
                                        "t52"."listed",
                                        "t52"."starting",
                                        "t52"."starting_source",
                                        "t31"."starts_for",
                                        "t31"."starts",
                                        "t31"."own_source",
                                        "t36"."lineup_of",
                                        "t36"."lineup_by",
                                        "t36"."five",
                                        "t36"."team_source"
                                      FROM (
                                        SELECT
                                          "t43"."game_id",
                                          "t43"."game_date",
                                          "t43"."player_id",
                                          "t43"."player_name",
                                          "t43"."name_key",
                                          "t43"."team_id",
                                          "t43"."team_name",
                                          "t43"."opponent_id",
                                          "t43"."season",
                                          "t43"."home",
                                          "t43"."tip_at",
                                          "t43"."listed",
                                          CASE
                                            WHEN "t43"."starts" IS NOT NULL
                                            THEN TRUE
                                            WHEN "t43"."five" >= 5
                                            THEN FALSE
                                            ELSE NULL
                                          END AS "starting",
                                          CASE
                                            WHEN "t43"."starts" IS NOT NULL
                                            THEN "t43"."own_source"
                                            WHEN "t43"."five" >= 5
                                            THEN "t43"."team_source"
                                            ELSE NULL
                                          END AS "starting_source"
                                        FROM (
                                          SELECT
                                            "t41"."game_id",
                                            "t41"."game_date",
                                            "t41"."player_id",
                                            "t41"."player_name",
                                            "t41"."name_key",
                                            "t41"."team_id",
                                            "t41"."team_name",
                                            "t41"."opponent_id",
                                            "t41"."season",
                                            "t41"."home",
                                            "t41"."tip_at",
                                            "t41"."listed",
                                            "t19"."starts_for",
                                            "t19"."starts",
                                            "t19"."own_source",
                                            "t28"."lineup_of",
                                            "t28"."lineup_by",
                                            "t28"."five",
                                            "t28"."team_source"
                                          FROM (
                                            SELECT
                                              "t38".*
                                              EXCLUDE ("list_of", "listed_for", "listed_player", "on_list")
                                            FROM (
                                              SELECT
                                                "t35"."game_id",
                                                "t35"."game_date",
                                                "t35"."player_id",
                                                "t35"."player_name",
                                                "t35"."name_key",
                                                "t35"."team_id",
                                                "t35"."team_name",
                                                "t35"."opponent_id",
                                                "t35"."season",
                                                "t35"."home",
                                                "t35"."tip_at",
                                                "t35"."listed_for",
                                                "t35"."listed_player",
                                                "t35"."list_of",
                                                "t35"."on_list",
                                                CASE
                                                  WHEN "t35"."on_list" IS NOT NULL
                                                  THEN "t35"."listed_player" IS NOT NULL
                                                  ELSE NULL
                                                END AS "listed"
                                              FROM (
                                                SELECT
                                                  "t8"."game_id",
                                                  "t8"."game_date",
                                                  "t8"."player_id",
                                                  "t8"."player_name",
                                                  "t8"."name_key",
                                                  "t8"."team_id",
                                                  "t8"."team_name",
                                                  "t8"."opponent_id",
                                                  "t8"."season",
                                                  "t8"."home",
                                                  "t8"."tip_at",
                                                  "t21"."listed_for",
                                                  "t21"."listed_player",
                                                  "t22"."list_of",
                                                  "t22"."on_list"
                                                FROM "input_pool_member" AS "t8"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t6"."game_id" AS "listed_for",
                                                    "t6"."player_id" AS "listed_player"
                                                  FROM "input_inactive_player" AS "t6"
                                                ) AS "t21"
                                                  ON "t8"."game_id" = "t21"."listed_for" AND "t8"."player_id" = "t21"."listed_player"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t6"."game_id" AS "list_of",
                                                    COUNT(*) AS "on_list"
                                                  FROM "input_inactive_player" AS "t6"
                                                  GROUP BY
                                                    1
                                                ) AS "t22"
                                                  ON "t8"."game_id" = "t22"."list_of"
                                              ) AS "t35"
                                            ) AS "t38"
                                          ) AS "t41"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t4"."game_id" AS "starts_for",
                                              "t4"."player_id" AS "starts",
                                              "t4"."source" AS "own_source"
                                            FROM "input_starting_lineup" AS "t4"
                                          ) AS "t19"
                                            ON "t41"."game_id" = "t19"."starts_for" AND "t41"."player_id" = "t19"."starts"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t4"."game_id" AS "lineup_of",
                                              "t4"."team_id" AS "lineup_by",
                                              COUNT(*) AS "five",
                                              MAX("t4"."source") AS "team_source"
                                            FROM "input_starting_lineup" AS "t4"
                                            GROUP BY
                                              1,
                                              2
                                          ) AS "t28"
                                            ON "t41"."game_id" = "t28"."lineup_of" AND "t41"."team_id" = "t28"."lineup_by"
                                        ) AS "t43"
                                      ) AS "t52"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t0"."game_id" AS "starts_for",
                                          "t0"."player_id" AS "starts",
                                          CASE
                                            WHEN "t0"."lineup_status" = 'Confirmed'
                                            THEN 'confirmed_lineup'
                                            ELSE 'expected_lineup'
                                          END AS "own_source"
                                        FROM "input_known_lineup" AS "t0"
                                        WHERE
                                          "t0"."known_at" = 'morning' AND "t0"."starter"
                                      ) AS "t31"
                                        ON "t52"."game_id" = "t31"."starts_for" AND "t52"."player_id" = "t31"."starts"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t26"."game_id" AS "lineup_of",
                                          "t26"."team_id" AS "lineup_by",
                                          COUNT(*) AS "five",
                                          MAX("t26"."source") AS "team_source"
                                        FROM (
                                          SELECT
                                            "t0"."game_id",
                                            "t0"."game_date",
                                            "t0"."player_id",
                                            "t0"."known_at",
                                            "t0"."team_id",
                                            "t0"."captured_at",
                                            "t0"."lineup_status",
                                            "t0"."starter",
                                            "t0"."roster_status",
                                            CASE
                                              WHEN "t0"."lineup_status" = 'Confirmed'
                                              THEN 'confirmed_lineup'
                                              ELSE 'expected_lineup'
                                            END AS "source"
                                          FROM "input_known_lineup" AS "t0"
                                          WHERE
                                            "t0"."known_at" = 'morning' AND "t0"."starter"
                                        ) AS "t26"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t36"
                                        ON "t52"."game_id" = "t36"."lineup_of" AND "t52"."team_id" = "t36"."lineup_by"
                                    ) AS "t53"
                                  ) AS "t54"
                                ) AS "t56"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t62"."game_id" AS "edition_of",
                                    "t62"."team_name" AS "edition_by",
                                    MAX("t62"."report_at") AS "edition_at"
                                  FROM (
                                    SELECT
                                      "t61"."game_id",
                                      "t61"."game_date",
                                      "t61"."tip_at",
                                      "t61"."team_name",
                                      "t61"."report_at"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t58"."game_id",
                                          "t58"."game_date",
                                          "t58"."tip_at",
                                          "t58"."team_name",
                                          "t48"."report_at"
                                        FROM (
                                          SELECT DISTINCT
                                            "t55"."game_id",
                                            "t55"."game_date",
                                            "t55"."tip_at",
                                            "t55"."team_name"
                                          FROM (
                                            SELECT
                                              "t54".*
                                              EXCLUDE ("five", "lineup_by", "lineup_of", "own_source", "starts", "starts_for", "team_source")
                                            FROM (
                                              SELECT
                                                "t53"."game_id",
                                                "t53"."game_date",
                                                "t53"."player_id",
                                                "t53"."player_name",
                                                "t53"."name_key",
                                                "t53"."team_id",
                                                "t53"."team_name",
                                                "t53"."opponent_id",
                                                "t53"."season",
                                                "t53"."home",
                                                "t53"."tip_at",
                                                "t53"."listed",
                                                "t53"."starting",
                                                "t53"."starting_source",
                                                "t53"."starts_for",
                                                "t53"."starts",
                                                "t53"."own_source",
                                                "t53"."lineup_of",
                                                "t53"."lineup_by",
                                                "t53"."five",
                                                "t53"."team_source",
                                                CASE
                                                  WHEN "t53"."starts" IS NOT NULL
                                                  THEN TRUE
                                                  WHEN "t53"."five" >= 5
                                                  THEN FALSE
                                                  ELSE NULL
                                                END AS "morning_starting",
                                                CASE
                                                  WHEN "t53"."starts" IS NOT NULL
                                                  THEN "t53"."own_source"
                                                  WHEN "t53"."five" >= 5
                                                  THEN "t53"."team_source"
                                                  ELSE NULL
                                                END AS "morning_starting_source"
                                              FROM (
                                                SELECT
                                                  "t52"."game_id",
                                                  "t52"."game_date",
                                                  "t52"."player_id",
                                                  "t52"."player_name",
                                                  "t52"."name_key",
                                                  "t52"."team_id",
                                                  "t52"."team_name",
                                                  "t52"."opponent_id",
                                                  "t52"."season",
                                                  "t52"."home",
                                                  "t52"."tip_at",
                                                  "t52"."listed",
                                                  "t52"."starting",
                                                  "t52"."starting_source",
                                                  "t31"."starts_for",
                                                  "t31"."starts",
                                                  "t31"."own_source",
                                                  "t36"."lineup_of",
                                                  "t36"."lineup_by",
                                                  "t36"."five",
                                                  "t36"."team_source"
                                                FROM (
                                                  SELECT
                                                    "t43"."game_id",
                                                    "t43"."game_date",
                                                    "t43"."player_id",
                                                    "t43"."player_name",
                                                    "t43"."name_key",
                                                    "t43"."team_id",
                                                    "t43"."team_name",
                                                    "t43"."opponent_id",
                                                    "t43"."season",
                                                    "t43"."home",
                                                    "t43"."tip_at",
                                                    "t43"."listed",
                                                    CASE
                                                      WHEN "t43"."starts" IS NOT NULL
                                                      THEN TRUE
                                                      WHEN "t43"."five" >= 5
                                                      THEN FALSE
                                                      ELSE NULL
                                                    END AS "starting",
                                                    CASE
                                                      WHEN "t43"."starts" IS NOT NULL
                                                      THEN "t43"."own_source"
                                                      WHEN "t43"."five" >= 5
                                                      THEN "t43"."team_source"
                                                      ELSE NULL
                                                    END AS "starting_source"
                                                  FROM (
                                                    SELECT
                                                      "t41"."game_id",
                                                      "t41"."game_date",
                                                      "t41"."player_id",
                                                      "t41"."player_name",
                                                      "t41"."name_key",
                                                      "t41"."team_id",
                                                      "t41"."team_name",
                                                      "t41"."opponent_id",
                                                      "t41"."season",
                                                      "t41"."home",
                                                      "t41"."tip_at",
                                                      "t41"."listed",
                                                      "t19"."starts_for",
                                                      "t19"."starts",
                                                      "t19"."own_source",
                                                      "t28"."lineup_of",
                                                      "t28"."lineup_by",
                                                      "t28"."five",
                                                      "t28"."team_source"
                                                    FROM (
                                                      SELECT
                                                        "t38".*
                                                        EXCLUDE ("list_of", "listed_for", "listed_player", "on_list")
                                                      FROM (
                                                        SELECT
                                                          "t35"."game_id",
                                                          "t35"."game_date",
                                                          "t35"."player_id",
                                                          "t35"."player_name",
                                                          "t35"."name_key",
                                                          "t35"."team_id",
                                                          "t35"."team_name",
                                                          "t35"."opponent_id",
                                                          "t35"."season",
                                                          "t35"."home",
                                                          "t35"."tip_at",
                                                          "t35"."listed_for",
                                                          "t35"."listed_player",
                                                          "t35"."list_of",
                                                          "t35"."on_list",
                                                          CASE
                                                            WHEN "t35"."on_list" IS NOT NULL
                                                            THEN "t35"."listed_player" IS NOT NULL
                                                            ELSE NULL
                                                          END AS "listed"
                                                        FROM (
                                                          SELECT
                                                            "t8"."game_id",
                                                            "t8"."game_date",
                                                            "t8"."player_id",
                                                            "t8"."player_name",
                                                            "t8"."name_key",
                                                            "t8"."team_id",
                                                            "t8"."team_name",
                                                            "t8"."opponent_id",
                                                            "t8"."season",
                                                            "t8"."home",
                                                            "t8"."tip_at",
                                                            "t21"."listed_for",
                                                            "t21"."listed_player",
                                                            "t22"."list_of",
                                                            "t22"."on_list"
                                                          FROM "input_pool_member" AS "t8"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t6"."game_id" AS "listed_for",
                                                              "t6"."player_id" AS "listed_player"
                                                            FROM "input_inactive_player" AS "t6"
                                                          ) AS "t21"
                                                            ON "t8"."game_id" = "t21"."listed_for" AND "t8"."player_id" = "t21"."listed_player"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t6"."game_id" AS "list_of",
                                                              COUNT(*) AS "on_list"
                                                            FROM "input_inactive_player" AS "t6"
                                                            GROUP BY
                                                              1
                                                          ) AS "t22"
                                                            ON "t8"."game_id" = "t22"."list_of"
                                                        ) AS "t35"
                                                      ) AS "t38"
                                                    ) AS "t41"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t4"."game_id" AS "starts_for",
                                                        "t4"."player_id" AS "starts",
                                                        "t4"."source" AS "own_source"
                                                      FROM "input_starting_lineup" AS "t4"
                                                    ) AS "t19"
                                                      ON "t41"."game_id" = "t19"."starts_for" AND "t41"."player_id" = "t19"."starts"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t4"."game_id" AS "lineup_of",
                                                        "t4"."team_id" AS "lineup_by",
                                                        COUNT(*) AS "five",
                                                        MAX("t4"."source") AS "team_source"
                                                      FROM "input_starting_lineup" AS "t4"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t28"
                                                      ON "t41"."game_id" = "t28"."lineup_of" AND "t41"."team_id" = "t28"."lineup_by"
                                                  ) AS "t43"
                                                ) AS "t52"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t0"."game_id" AS "starts_for",
                                                    "t0"."player_id" AS "starts",
                                                    CASE
                                                      WHEN "t0"."lineup_status" = 'Confirmed'
                                                      THEN 'confirmed_lineup'
                                                      ELSE 'expected_lineup'
                                                    END AS "own_source"
                                                  FROM "input_known_lineup" AS "t0"
                                                  WHERE
                                                    "t0"."known_at" = 'morning' AND "t0"."starter"
                                                ) AS "t31"
                                                  ON "t52"."game_id" = "t31"."starts_for" AND "t52"."player_id" = "t31"."starts"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t26"."game_id" AS "lineup_of",
                                                    "t26"."team_id" AS "lineup_by",
                                                    COUNT(*) AS "five",
                                                    MAX("t26"."source") AS "team_source"
                                                  FROM (
                                                    SELECT
                                                      "t0"."game_id",
                                                      "t0"."game_date",
                                                      "t0"."player_id",
                                                      "t0"."known_at",
                                                      "t0"."team_id",
                                                      "t0"."captured_at",
                                                      "t0"."lineup_status",
                                                      "t0"."starter",
                                                      "t0"."roster_status",
                                                      CASE
                                                        WHEN "t0"."lineup_status" = 'Confirmed'
                                                        THEN 'confirmed_lineup'
                                                        ELSE 'expected_lineup'
                                                      END AS "source"
                                                    FROM "input_known_lineup" AS "t0"
                                                    WHERE
                                                      "t0"."known_at" = 'morning' AND "t0"."starter"
                                                  ) AS "t26"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t36"
                                                  ON "t52"."game_id" = "t36"."lineup_of" AND "t52"."team_id" = "t36"."lineup_by"
                                              ) AS "t53"
                                            ) AS "t54"
                                          ) AS "t55"
                                        ) AS "t58"
                                        INNER JOIN (
                                          SELECT DISTINCT
                                            "t44"."game_date",
                                            "t44"."report_at"
                                          FROM (
                                            SELECT
                                              "t42".*
                                              EXCLUDE ("place")
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  "t37"."payload",
                                                  "t37"."report_at",
                                                  "t37"."game_date",
                                                  "t37"."team_name",
                                                  "t37"."name_key",
                                                  "t37"."player_name",
                                                  "t37"."status",
                                                  "t37"."reason",
                                                  "t37"."player_id",
                                                  ROW_NUMBER() OVER (
                                                    PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                                    ORDER BY "t37"."player_name" ASC
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                  ) - 1 AS "place"
                                                FROM (
                                                  SELECT
                                                    "t7"."payload",
                                                    "t7"."report_at",
                                                    "t7"."game_date",
                                                    "t7"."team_name",
                                                    "t7"."name_key",
                                                    "t7"."player_name",
                                                    "t7"."status",
                                                    "t7"."reason",
                                                    "t27"."player_id"
                                                  FROM "input_injury_report" AS "t7"
                                                  LEFT OUTER JOIN (
                                                    SELECT
                                                      "t3"."game_date",
                                                      "t3"."player_name",
                                                      "t3"."player_id",
                                                      "t3"."setting" AS "team_name"
                                                    FROM "input_resolved_name" AS "t3"
                                                    WHERE
                                                      "t3"."source" = 'injuries'
                                                  ) AS "t27"
                                                    ON "t7"."game_date" = "t27"."game_date"
                                                    AND "t7"."team_name" = "t27"."team_name"
                                                    AND "t7"."player_name" = "t27"."player_name"
                                                ) AS "t37"
                                              ) AS "t40"
                                              WHERE
                                                (
                                                  "t40"."place" = 0
                                                ) OR (
                                                  "t40"."player_id" IS NULL
                                                )
                                            ) AS "t42"
                                          ) AS "t44"
                                        ) AS "t48"
                                          ON "t58"."game_date" = "t48"."game_date"
                                      ) AS "t59"
                                      WHERE
                                        "t59"."report_at" <= (
                                          "t59"."tip_at" - INTERVAL '1800' SECOND
                                        )
                                    ) AS "t61"
                                    SEMI JOIN (
                                      SELECT
                                        *
                                      FROM "input_injury_submission" AS "t1"
                                      WHERE
                                        "t1"."submitted"
                                    ) AS "t17"
                                      ON "t61"."game_date" = "t17"."game_date"
                                      AND "t61"."report_at" = "t17"."report_at"
                                      AND "t61"."team_name" = "t17"."team_name"
                                  ) AS "t62"
                                  GROUP BY
                                    1,
                                    2
                                ) AS "t64"
                                  ON "t56"."game_id" = "t64"."edition_of" AND "t56"."team_name" = "t64"."edition_by"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t44"."report_at" AS "listed_at",
                                    "t44"."game_date" AS "listed_for",
                                    "t44"."team_name" AS "listed_by",
                                    "t44"."player_id" AS "listed_player",
                                    "t44"."status" AS "reported_status",
                                    "t44"."reason" AS "reported_reason"
                                  FROM (
                                    SELECT
                                      "t42".*
                                      EXCLUDE ("place")
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t37"."payload",
                                          "t37"."report_at",
                                          "t37"."game_date",
                                          "t37"."team_name",
                                          "t37"."name_key",
                                          "t37"."player_name",
                                          "t37"."status",
                                          "t37"."reason",
                                          "t37"."player_id",
                                          ROW_NUMBER() OVER (
                                            PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                            ORDER BY "t37"."player_name" ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ) - 1 AS "place"
                                        FROM (
                                          SELECT
                                            "t7"."payload",
                                            "t7"."report_at",
                                            "t7"."game_date",
                                            "t7"."team_name",
                                            "t7"."name_key",
                                            "t7"."player_name",
                                            "t7"."status",
                                            "t7"."reason",
                                            "t27"."player_id"
                                          FROM "input_injury_report" AS "t7"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t3"."game_date",
                                              "t3"."player_name",
                                              "t3"."player_id",
                                              "t3"."setting" AS "team_name"
                                            FROM "input_resolved_name" AS "t3"
                                            WHERE
                                              "t3"."source" = 'injuries'
                                          ) AS "t27"
                                            ON "t7"."game_date" = "t27"."game_date"
                                            AND "t7"."team_name" = "t27"."team_name"
                                            AND "t7"."player_name" = "t27"."player_name"
                                        ) AS "t37"
                                      ) AS "t40"
                                      WHERE
                                        (
                                          "t40"."place" = 0
                                        ) OR (
                                          "t40"."player_id" IS NULL
                                        )
                                    ) AS "t42"
                                  ) AS "t44"
                                ) AS "t50"
                                  ON "t64"."edition_at" = "t50"."listed_at"
                                  AND "t56"."game_date" = "t50"."listed_for"
                                  AND "t56"."team_name" = "t50"."listed_by"
                                  AND "t56"."player_id" = "t50"."listed_player"
                              ) AS "t65"
                            ) AS "t66"
                          ) AS "t68"
                          LEFT OUTER JOIN (
                            SELECT
                              "t74"."game_id" AS "edition_of",
                              "t74"."team_name" AS "edition_by",
                              MAX("t74"."report_at") AS "edition_at"
                            FROM (
                              SELECT
                                "t73"."game_id",
                                "t73"."game_date",
                                "t73"."tip_at",
                                "t73"."team_name",
                                "t73"."report_at"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t70"."game_id",
                                    "t70"."game_date",
                                    "t70"."tip_at",
                                    "t70"."team_name",
                                    "t48"."report_at"
                                  FROM (
                                    SELECT DISTINCT
                                      "t67"."game_id",
                                      "t67"."game_date",
                                      "t67"."tip_at",
                                      "t67"."team_name"
                                    FROM (
                                      SELECT
                                        "t66".*
                                        EXCLUDE ("edition_at", "edition_by", "edition_of", "listed_at", "listed_by", "listed_for", "listed_player")
                                      FROM (
                                        SELECT
                                          "t65"."game_id",
                                          "t65"."game_date",
                                          "t65"."player_id",
                                          "t65"."player_name",
                                          "t65"."name_key",
                                          "t65"."team_id",
                                          "t65"."team_name",
                                          "t65"."opponent_id",
                                          "t65"."season",
                                          "t65"."home",
                                          "t65"."tip_at",
                                          "t65"."listed",
                                          "t65"."starting",
                                          "t65"."starting_source",
                                          "t65"."morning_starting",
                                          "t65"."morning_starting_source",
                                          "t65"."edition_of",
                                          "t65"."edition_by",
                                          "t65"."edition_at",
                                          "t65"."listed_at",
                                          "t65"."listed_for",
                                          "t65"."listed_by",
                                          "t65"."listed_player",
                                          "t65"."reported_status",
                                          "t65"."reported_reason",
                                          CASE
                                            WHEN "t65"."edition_at" IS NOT NULL
                                            THEN COALESCE("t65"."reported_status" = 'out', FALSE)
                                            ELSE NULL
                                          END AS "reported_out"
                                        FROM (
                                          SELECT
                                            "t56"."game_id",
                                            "t56"."game_date",
                                            "t56"."player_id",
                                            "t56"."player_name",
                                            "t56"."name_key",
                                            "t56"."team_id",
                                            "t56"."team_name",
                                            "t56"."opponent_id",
                                            "t56"."season",
                                            "t56"."home",
                                            "t56"."tip_at",
                                            "t56"."listed",
                                            "t56"."starting",
                                            "t56"."starting_source",
                                            "t56"."morning_starting",
                                            "t56"."morning_starting_source",
                                            "t64"."edition_of",
                                            "t64"."edition_by",
                                            "t64"."edition_at",
                                            "t50"."listed_at",
                                            "t50"."listed_for",
                                            "t50"."listed_by",
                                            "t50"."listed_player",
                                            "t50"."reported_status",
                                            "t50"."reported_reason"
                                          FROM (
                                            SELECT
                                              "t54".*
                                              EXCLUDE ("five", "lineup_by", "lineup_of", "own_source", "starts", "starts_for", "team_source")
                                            FROM (
                                              SELECT
                                                "t53"."game_id",
                                                "t53"."game_date",
                                                "t53"."player_id",
                                                "t53"."player_name",
                                                "t53"."name_key",
                                                "t53"."team_id",
                                                "t53"."team_name",
                                                "t53"."opponent_id",
                                                "t53"."season",
                                                "t53"."home",
                                                "t53"."tip_at",
                                                "t53"."listed",
                                                "t53"."starting",
                                                "t53"."starting_source",
                                                "t53"."starts_for",
                                                "t53"."starts",
                                                "t53"."own_source",
                                                "t53"."lineup_of",
                                                "t53"."lineup_by",
                                                "t53"."five",
                                                "t53"."team_source",
                                                CASE
                                                  WHEN "t53"."starts" IS NOT NULL
                                                  THEN TRUE
                                                  WHEN "t53"."five" >= 5
                                                  THEN FALSE
                                                  ELSE NULL
                                                END AS "morning_starting",
                                                CASE
                                                  WHEN "t53"."starts" IS NOT NULL
                                                  THEN "t53"."own_source"
                                                  WHEN "t53"."five" >= 5
                                                  THEN "t53"."team_source"
                                                  ELSE NULL
                                                END AS "morning_starting_source"
                                              FROM (
                                                SELECT
                                                  "t52"."game_id",
                                                  "t52"."game_date",
                                                  "t52"."player_id",
                                                  "t52"."player_name",
                                                  "t52"."name_key",
                                                  "t52"."team_id",
                                                  "t52"."team_name",
                                                  "t52"."opponent_id",
                                                  "t52"."season",
                                                  "t52"."home",
                                                  "t52"."tip_at",
                                                  "t52"."listed",
                                                  "t52"."starting",
                                                  "t52"."starting_source",
                                                  "t31"."starts_for",
                                                  "t31"."starts",
                                                  "t31"."own_source",
                                                  "t36"."lineup_of",
                                                  "t36"."lineup_by",
                                                  "t36"."five",
                                                  "t36"."team_source"
                                                FROM (
                                                  SELECT
                                                    "t43"."game_id",
                                                    "t43"."game_date",
                                                    "t43"."player_id",
                                                    "t43"."player_name",
                                                    "t43"."name_key",
                                                    "t43"."team_id",
                                                    "t43"."team_name",
                                                    "t43"."opponent_id",
                                                    "t43"."season",
                                                    "t43"."home",
                                                    "t43"."tip_at",
                                                    "t43"."listed",
                                                    CASE
                                                      WHEN "t43"."starts" IS NOT NULL
                                                      THEN TRUE
                                                      WHEN "t43"."five" >= 5
                                                      THEN FALSE
                                                      ELSE NULL
                                                    END AS "starting",
                                                    CASE
                                                      WHEN "t43"."starts" IS NOT NULL
                                                      THEN "t43"."own_source"
                                                      WHEN "t43"."five" >= 5
                                                      THEN "t43"."team_source"
                                                      ELSE NULL
                                                    END AS "starting_source"
                                                  FROM (
                                                    SELECT
                                                      "t41"."game_id",
                                                      "t41"."game_date",
                                                      "t41"."player_id",
                                                      "t41"."player_name",
                                                      "t41"."name_key",
                                                      "t41"."team_id",
                                                      "t41"."team_name",
                                                      "t41"."opponent_id",
                                                      "t41"."season",
                                                      "t41"."home",
                                                      "t41"."tip_at",
                                                      "t41"."listed",
                                                      "t19"."starts_for",
                                                      "t19"."starts",
                                                      "t19"."own_source",
                                                      "t28"."lineup_of",
                                                      "t28"."lineup_by",
                                                      "t28"."five",
                                                      "t28"."team_source"
                                                    FROM (
                                                      SELECT
                                                        "t38".*
                                                        EXCLUDE ("list_of", "listed_for", "listed_player", "on_list")
                                                      FROM (
                                                        SELECT
                                                          "t35"."game_id",
                                                          "t35"."game_date",
                                                          "t35"."player_id",
                                                          "t35"."player_name",
                                                          "t35"."name_key",
                                                          "t35"."team_id",
                                                          "t35"."team_name",
                                                          "t35"."opponent_id",
                                                          "t35"."season",
                                                          "t35"."home",
                                                          "t35"."tip_at",
                                                          "t35"."listed_for",
                                                          "t35"."listed_player",
                                                          "t35"."list_of",
                                                          "t35"."on_list",
                                                          CASE
                                                            WHEN "t35"."on_list" IS NOT NULL
                                                            THEN "t35"."listed_player" IS NOT NULL
                                                            ELSE NULL
                                                          END AS "listed"
                                                        FROM (
                                                          SELECT
                                                            "t8"."game_id",
                                                            "t8"."game_date",
                                                            "t8"."player_id",
                                                            "t8"."player_name",
                                                            "t8"."name_key",
                                                            "t8"."team_id",
                                                            "t8"."team_name",
                                                            "t8"."opponent_id",
                                                            "t8"."season",
                                                            "t8"."home",
                                                            "t8"."tip_at",
                                                            "t21"."listed_for",
                                                            "t21"."listed_player",
                                                            "t22"."list_of",
                                                            "t22"."on_list"
                                                          FROM "input_pool_member" AS "t8"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t6"."game_id" AS "listed_for",
                                                              "t6"."player_id" AS "listed_player"
                                                            FROM "input_inactive_player" AS "t6"
                                                          ) AS "t21"
                                                            ON "t8"."game_id" = "t21"."listed_for" AND "t8"."player_id" = "t21"."listed_player"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t6"."game_id" AS "list_of",
                                                              COUNT(*) AS "on_list"
                                                            FROM "input_inactive_player" AS "t6"
                                                            GROUP BY
                                                              1
                                                          ) AS "t22"
                                                            ON "t8"."game_id" = "t22"."list_of"
                                                        ) AS "t35"
                                                      ) AS "t38"
                                                    ) AS "t41"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t4"."game_id" AS "starts_for",
                                                        "t4"."player_id" AS "starts",
                                                        "t4"."source" AS "own_source"
                                                      FROM "input_starting_lineup" AS "t4"
                                                    ) AS "t19"
                                                      ON "t41"."game_id" = "t19"."starts_for" AND "t41"."player_id" = "t19"."starts"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t4"."game_id" AS "lineup_of",
                                                        "t4"."team_id" AS "lineup_by",
                                                        COUNT(*) AS "five",
                                                        MAX("t4"."source") AS "team_source"
                                                      FROM "input_starting_lineup" AS "t4"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t28"
                                                      ON "t41"."game_id" = "t28"."lineup_of" AND "t41"."team_id" = "t28"."lineup_by"
                                                  ) AS "t43"
                                                ) AS "t52"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t0"."game_id" AS "starts_for",
                                                    "t0"."player_id" AS "starts",
                                                    CASE
                                                      WHEN "t0"."lineup_status" = 'Confirmed'
                                                      THEN 'confirmed_lineup'
                                                      ELSE 'expected_lineup'
                                                    END AS "own_source"
                                                  FROM "input_known_lineup" AS "t0"
                                                  WHERE
                                                    "t0"."known_at" = 'morning' AND "t0"."starter"
                                                ) AS "t31"
                                                  ON "t52"."game_id" = "t31"."starts_for" AND "t52"."player_id" = "t31"."starts"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t26"."game_id" AS "lineup_of",
                                                    "t26"."team_id" AS "lineup_by",
                                                    COUNT(*) AS "five",
                                                    MAX("t26"."source") AS "team_source"
                                                  FROM (
                                                    SELECT
                                                      "t0"."game_id",
                                                      "t0"."game_date",
                                                      "t0"."player_id",
                                                      "t0"."known_at",
                                                      "t0"."team_id",
                                                      "t0"."captured_at",
                                                      "t0"."lineup_status",
                                                      "t0"."starter",
                                                      "t0"."roster_status",
                                                      CASE
                                                        WHEN "t0"."lineup_status" = 'Confirmed'
                                                        THEN 'confirmed_lineup'
                                                        ELSE 'expected_lineup'
                                                      END AS "source"
                                                    FROM "input_known_lineup" AS "t0"
                                                    WHERE
                                                      "t0"."known_at" = 'morning' AND "t0"."starter"
                                                  ) AS "t26"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t36"
                                                  ON "t52"."game_id" = "t36"."lineup_of" AND "t52"."team_id" = "t36"."lineup_by"
                                              ) AS "t53"
                                            ) AS "t54"
                                          ) AS "t56"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t62"."game_id" AS "edition_of",
                                              "t62"."team_name" AS "edition_by",
                                              MAX("t62"."report_at") AS "edition_at"
                                            FROM (
                                              SELECT
                                                "t61"."game_id",
                                                "t61"."game_date",
                                                "t61"."tip_at",
                                                "t61"."team_name",
                                                "t61"."report_at"
                                              FROM (
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    "t58"."game_id",
                                                    "t58"."game_date",
                                                    "t58"."tip_at",
                                                    "t58"."team_name",
                                                    "t48"."report_at"
                                                  FROM (
                                                    SELECT DISTINCT
                                                      "t55"."game_id",
                                                      "t55"."game_date",
                                                      "t55"."tip_at",
                                                      "t55"."team_name"
                                                    FROM (
                                                      SELECT
                                                        "t54".*
                                                        EXCLUDE ("five", "lineup_by", "lineup_of", "own_source", "starts", "starts_for", "team_source")
                                                      FROM (
                                                        SELECT
                                                          "t53"."game_id",
                                                          "t53"."game_date",
                                                          "t53"."player_id",
                                                          "t53"."player_name",
                                                          "t53"."name_key",
                                                          "t53"."team_id",
                                                          "t53"."team_name",
                                                          "t53"."opponent_id",
                                                          "t53"."season",
                                                          "t53"."home",
                                                          "t53"."tip_at",
                                                          "t53"."listed",
                                                          "t53"."starting",
                                                          "t53"."starting_source",
                                                          "t53"."starts_for",
                                                          "t53"."starts",
                                                          "t53"."own_source",
                                                          "t53"."lineup_of",
                                                          "t53"."lineup_by",
                                                          "t53"."five",
                                                          "t53"."team_source",
                                                          CASE
                                                            WHEN "t53"."starts" IS NOT NULL
                                                            THEN TRUE
                                                            WHEN "t53"."five" >= 5
                                                            THEN FALSE
                                                            ELSE NULL
                                                          END AS "morning_starting",
                                                          CASE
                                                            WHEN "t53"."starts" IS NOT NULL
                                                            THEN "t53"."own_source"
                                                            WHEN "t53"."five" >= 5
                                                            THEN "t53"."team_source"
                                                            ELSE NULL
                                                          END AS "morning_starting_source"
                                                        FROM (
                                                          SELECT
                                                            "t52"."game_id",
                                                            "t52"."game_date",
                                                            "t52"."player_id",
                                                            "t52"."player_name",
                                                            "t52"."name_key",
                                                            "t52"."team_id",
                                                            "t52"."team_name",
                                                            "t52"."opponent_id",
                                                            "t52"."season",
                                                            "t52"."home",
                                                            "t52"."tip_at",
                                                            "t52"."listed",
                                                            "t52"."starting",
                                                            "t52"."starting_source",
                                                            "t31"."starts_for",
                                                            "t31"."starts",
                                                            "t31"."own_source",
                                                            "t36"."lineup_of",
                                                            "t36"."lineup_by",
                                                            "t36"."five",
                                                            "t36"."team_source"
                                                          FROM (
                                                            SELECT
                                                              "t43"."game_id",
                                                              "t43"."game_date",
                                                              "t43"."player_id",
                                                              "t43"."player_name",
                                                              "t43"."name_key",
                                                              "t43"."team_id",
                                                              "t43"."team_name",
                                                              "t43"."opponent_id",
                                                              "t43"."season",
                                                              "t43"."home",
                                                              "t43"."tip_at",
                                                              "t43"."listed",
                                                              CASE
                                                                WHEN "t43"."starts" IS NOT NULL
                                                                THEN TRUE
                                                                WHEN "t43"."five" >= 5
                                                                THEN FALSE
                                                                ELSE NULL
                                                              END AS "starting",
                                                              CASE
                                                                WHEN "t43"."starts" IS NOT NULL
                                                                THEN "t43"."own_source"
                                                                WHEN "t43"."five" >= 5
                                                                THEN "t43"."team_source"
                                                                ELSE NULL
                                                              END AS "starting_source"
                                                            FROM (
                                                              SELECT
                                                                "t41"."game_id",
                                                                "t41"."game_date",
                                                                "t41"."player_id",
                                                                "t41"."player_name",
                                                                "t41"."name_key",
                                                                "t41"."team_id",
                                                                "t41"."team_name",
                                                                "t41"."opponent_id",
                                                                "t41"."season",
                                                                "t41"."home",
                                                                "t41"."tip_at",
                                                                "t41"."listed",
                                                                "t19"."starts_for",
                                                                "t19"."starts",
                                                                "t19"."own_source",
                                                                "t28"."lineup_of",
                                                                "t28"."lineup_by",
                                                                "t28"."five",
                                                                "t28"."team_source"
                                                              FROM (
                                                                SELECT
                                                                  "t38".*
                                                                  EXCLUDE ("list_of", "listed_for", "listed_player", "on_list")
                                                                FROM (
                                                                  SELECT
                                                                    "t35"."game_id",
                                                                    "t35"."game_date",
                                                                    "t35"."player_id",
                                                                    "t35"."player_name",
                                                                    "t35"."name_key",
                                                                    "t35"."team_id",
                                                                    "t35"."team_name",
                                                                    "t35"."opponent_id",
                                                                    "t35"."season",
                                                                    "t35"."home",
                                                                    "t35"."tip_at",
                                                                    "t35"."listed_for",
                                                                    "t35"."listed_player",
                                                                    "t35"."list_of",
                                                                    "t35"."on_list",
                                                                    CASE
                                                                      WHEN "t35"."on_list" IS NOT NULL
                                                                      THEN "t35"."listed_player" IS NOT NULL
                                                                      ELSE NULL
                                                                    END AS "listed"
                                                                  FROM (
                                                                    SELECT
                                                                      "t8"."game_id",
                                                                      "t8"."game_date",
                                                                      "t8"."player_id",
                                                                      "t8"."player_name",
                                                                      "t8"."name_key",
                                                                      "t8"."team_id",
                                                                      "t8"."team_name",
                                                                      "t8"."opponent_id",
                                                                      "t8"."season",
                                                                      "t8"."home",
                                                                      "t8"."tip_at",
                                                                      "t21"."listed_for",
                                                                      "t21"."listed_player",
                                                                      "t22"."list_of",
                                                                      "t22"."on_list"
                                                                    FROM "input_pool_member" AS "t8"
                                                                    LEFT OUTER JOIN (
                                                                      SELECT
                                                                        "t6"."game_id" AS "listed_for",
                                                                        "t6"."player_id" AS "listed_player"
                                                                      FROM "input_inactive_player" AS "t6"
                                                                    ) AS "t21"
                                                                      ON "t8"."game_id" = "t21"."listed_for" AND "t8"."player_id" = "t21"."listed_player"
                                                                    LEFT OUTER JOIN (
                                                                      SELECT
                                                                        "t6"."game_id" AS "list_of",
                                                                        COUNT(*) AS "on_list"
                                                                      FROM "input_inactive_player" AS "t6"
                                                                      GROUP BY
                                                                        1
                                                                    ) AS "t22"
                                                                      ON "t8"."game_id" = "t22"."list_of"
                                                                  ) AS "t35"
                                                                ) AS "t38"
                                                              ) AS "t41"
                                                              LEFT OUTER JOIN (
                                                                SELECT
                                                                  "t4"."game_id" AS "starts_for",
                                                                  "t4"."player_id" AS "starts",
                                                                  "t4"."source" AS "own_source"
                                                                FROM "input_starting_lineup" AS "t4"
                                                              ) AS "t19"
                                                                ON "t41"."game_id" = "t19"."starts_for" AND "t41"."player_id" = "t19"."starts"
                                                              LEFT OUTER JOIN (
                                                                SELECT
                                                                  "t4"."game_id" AS "lineup_of",
                                                                  "t4"."team_id" AS "lineup_by",
                                                                  COUNT(*) AS "five",
                                                                  MAX("t4"."source") AS "team_source"
                                                                FROM "input_starting_lineup" AS "t4"
                                                                GROUP BY
                                                                  1,
                                                                  2
                                                              ) AS "t28"
                                                                ON "t41"."game_id" = "t28"."lineup_of" AND "t41"."team_id" = "t28"."lineup_by"
                                                            ) AS "t43"
                                                          ) AS "t52"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t0"."game_id" AS "starts_for",
                                                              "t0"."player_id" AS "starts",
                                                              CASE
                                                                WHEN "t0"."lineup_status" = 'Confirmed'
                                                                THEN 'confirmed_lineup'
                                                                ELSE 'expected_lineup'
                                                              END AS "own_source"
                                                            FROM "input_known_lineup" AS "t0"
                                                            WHERE
                                                              "t0"."known_at" = 'morning' AND "t0"."starter"
                                                          ) AS "t31"
                                                            ON "t52"."game_id" = "t31"."starts_for" AND "t52"."player_id" = "t31"."starts"
                                                          LEFT OUTER JOIN (
                                                            SELECT
                                                              "t26"."game_id" AS "lineup_of",
                                                              "t26"."team_id" AS "lineup_by",
                                                              COUNT(*) AS "five",
                                                              MAX("t26"."source") AS "team_source"
                                                            FROM (
                                                              SELECT
                                                                "t0"."game_id",
                                                                "t0"."game_date",
                                                                "t0"."player_id",
                                                                "t0"."known_at",
                                                                "t0"."team_id",
                                                                "t0"."captured_at",
                                                                "t0"."lineup_status",
                                                                "t0"."starter",
                                                                "t0"."roster_status",
                                                                CASE
                                                                  WHEN "t0"."lineup_status" = 'Confirmed'
                                                                  THEN 'confirmed_lineup'
                                                                  ELSE 'expected_lineup'
                                                                END AS "source"
                                                              FROM "input_known_lineup" AS "t0"
                                                              WHERE
                                                                "t0"."known_at" = 'morning' AND "t0"."starter"
                                                            ) AS "t26"
                                                            GROUP BY
                                                              1,
                                                              2
                                                          ) AS "t36"
                                                            ON "t52"."game_id" = "t36"."lineup_of" AND "t52"."team_id" = "t36"."lineup_by"
                                                        ) AS "t53"
                                                      ) AS "t54"
                                                    ) AS "t55"
                                                  ) AS "t58"
                                                  INNER JOIN (
                                                    SELECT DISTINCT
                                                      "t44"."game_date",
                                                      "t44"."report_at"
                                                    FROM (
                                                      SELECT
                                                        "t42".*
                                                        EXCLUDE ("place")
                                                      FROM (
                                                        SELECT
                                                          *
                                                        FROM (
                                                          SELECT
                                                            "t37"."payload",
                                                            "t37"."report_at",
                                                            "t37"."game_date",
                                                            "t37"."team_name",
                                                            "t37"."name_key",
                                                            "t37"."player_name",
                                                            "t37"."status",
                                                            "t37"."reason",
                                                            "t37"."player_id",
                                                            ROW_NUMBER() OVER (
                                                              PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                                              ORDER BY "t37"."player_name" ASC
                                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                            ) - 1 AS "place"
                                                          FROM (
                                                            SELECT
                                                              "t7"."payload",
                                                              "t7"."report_at",
                                                              "t7"."game_date",
                                                              "t7"."team_name",
                                                              "t7"."name_key",
                                                              "t7"."player_name",
                                                              "t7"."status",
                                                              "t7"."reason",
                                                              "t27"."player_id"
                                                            FROM "input_injury_report" AS "t7"
                                                            LEFT OUTER JOIN (
                                                              SELECT
                                                                "t3"."game_date",
                                                                "t3"."player_name",
                                                                "t3"."player_id",
                                                                "t3"."setting" AS "team_name"
                                                              FROM "input_resolved_name" AS "t3"
                                                              WHERE
                                                                "t3"."source" = 'injuries'
                                                            ) AS "t27"
                                                              ON "t7"."game_date" = "t27"."game_date"
                                                              AND "t7"."team_name" = "t27"."team_name"
                                                              AND "t7"."player_name" = "t27"."player_name"
                                                          ) AS "t37"
                                                        ) AS "t40"
                                                        WHERE
                                                          (
                                                            "t40"."place" = 0
                                                          ) OR (
                                                            "t40"."player_id" IS NULL
                                                          )
                                                      ) AS "t42"
                                                    ) AS "t44"
                                                  ) AS "t48"
                                                    ON "t58"."game_date" = "t48"."game_date"
                                                ) AS "t59"
                                                WHERE
                                                  "t59"."report_at" <= (
                                                    "t59"."tip_at" - INTERVAL '1800' SECOND
                                                  )
                                              ) AS "t61"
                                              SEMI JOIN (
                                                SELECT
                                                  *
                                                FROM "input_injury_submission" AS "t1"
                                                WHERE
                                                  "t1"."submitted"
                                              ) AS "t17"
                                                ON "t61"."game_date" = "t17"."game_date"
                                                AND "t61"."report_at" = "t17"."report_at"
                                                AND "t61"."team_name" = "t17"."team_name"
                                            ) AS "t62"
                                            GROUP BY
                                              1,
                                              2
                                          ) AS "t64"
                                            ON "t56"."game_id" = "t64"."edition_of" AND "t56"."team_name" = "t64"."edition_by"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t44"."report_at" AS "listed_at",
                                              "t44"."game_date" AS "listed_for",
                                              "t44"."team_name" AS "listed_by",
                                              "t44"."player_id" AS "listed_player",
                                              "t44"."status" AS "reported_status",
                                              "t44"."reason" AS "reported_reason"
                                            FROM (
                                              SELECT
                                                "t42".*
                                                EXCLUDE ("place")
                                              FROM (
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    "t37"."payload",
                                                    "t37"."report_at",
                                                    "t37"."game_date",
                                                    "t37"."team_name",
                                                    "t37"."name_key",
                                                    "t37"."player_name",
                                                    "t37"."status",
                                                    "t37"."reason",
                                                    "t37"."player_id",
                                                    ROW_NUMBER() OVER (
                                                      PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                                      ORDER BY "t37"."player_name" ASC
                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                    ) - 1 AS "place"
                                                  FROM (
                                                    SELECT
                                                      "t7"."payload",
                                                      "t7"."report_at",
                                                      "t7"."game_date",
                                                      "t7"."team_name",
                                                      "t7"."name_key",
                                                      "t7"."player_name",
                                                      "t7"."status",
                                                      "t7"."reason",
                                                      "t27"."player_id"
                                                    FROM "input_injury_report" AS "t7"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t3"."game_date",
                                                        "t3"."player_name",
                                                        "t3"."player_id",
                                                        "t3"."setting" AS "team_name"
                                                      FROM "input_resolved_name" AS "t3"
                                                      WHERE
                                                        "t3"."source" = 'injuries'
                                                    ) AS "t27"
                                                      ON "t7"."game_date" = "t27"."game_date"
                                                      AND "t7"."team_name" = "t27"."team_name"
                                                      AND "t7"."player_name" = "t27"."player_name"
                                                  ) AS "t37"
                                                ) AS "t40"
                                                WHERE
                                                  (
                                                    "t40"."place" = 0
                                                  ) OR (
                                                    "t40"."player_id" IS NULL
                                                  )
                                              ) AS "t42"
                                            ) AS "t44"
                                          ) AS "t50"
                                            ON "t64"."edition_at" = "t50"."listed_at"
                                            AND "t56"."game_date" = "t50"."listed_for"
                                            AND "t56"."team_name" = "t50"."listed_by"
                                            AND "t56"."player_id" = "t50"."listed_player"
                                        ) AS "t65"
                                      ) AS "t66"
                                    ) AS "t67"
                                  ) AS "t70"
                                  INNER JOIN (
                                    SELECT DISTINCT
                                      "t44"."game_date",
                                      "t44"."report_at"
                                    FROM (
                                      SELECT
                                        "t42".*
                                        EXCLUDE ("place")
                                      FROM (
                                        SELECT
                                          *
                                        FROM (
                                          SELECT
                                            "t37"."payload",
                                            "t37"."report_at",
                                            "t37"."game_date",
                                            "t37"."team_name",
                                            "t37"."name_key",
                                            "t37"."player_name",
                                            "t37"."status",
                                            "t37"."reason",
                                            "t37"."player_id",
                                            ROW_NUMBER() OVER (
                                              PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                              ORDER BY "t37"."player_name" ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                            ) - 1 AS "place"
                                          FROM (
                                            SELECT
                                              "t7"."payload",
                                              "t7"."report_at",
                                              "t7"."game_date",
                                              "t7"."team_name",
                                              "t7"."name_key",
                                              "t7"."player_name",
                                              "t7"."status",
                                              "t7"."reason",
                                              "t27"."player_id"
                                            FROM "input_injury_report" AS "t7"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t3"."game_date",
                                                "t3"."player_name",
                                                "t3"."player_id",
                                                "t3"."setting" AS "team_name"
                                              FROM "input_resolved_name" AS "t3"
                                              WHERE
                                                "t3"."source" = 'injuries'
                                            ) AS "t27"
                                              ON "t7"."game_date" = "t27"."game_date"
                                              AND "t7"."team_name" = "t27"."team_name"
                                              AND "t7"."player_name" = "t27"."player_name"
                                          ) AS "t37"
                                        ) AS "t40"
                                        WHERE
                                          (
                                            "t40"."place" = 0
                                          ) OR (
                                            "t40"."player_id" IS NULL
                                          )
                                      ) AS "t42"
                                    ) AS "t44"
                                  ) AS "t48"
                                    ON "t70"."game_date" = "t48"."game_date"
                                ) AS "t71"
                                WHERE
                                  "t71"."report_at" <= (
                                    "t71"."tip_at" - INTERVAL '28800' SECOND
                                  )
                              ) AS "t73"
                              SEMI JOIN (
                                SELECT
                                  *
                                FROM "input_injury_submission" AS "t1"
                                WHERE
                                  "t1"."submitted"
                              ) AS "t17"
                                ON "t73"."game_date" = "t17"."game_date"
                                AND "t73"."report_at" = "t17"."report_at"
                                AND "t73"."team_name" = "t17"."team_name"
                            ) AS "t74"
                            GROUP BY
                              1,
                              2
                          ) AS "t76"
                            ON "t68"."game_id" = "t76"."edition_of" AND "t68"."team_name" = "t76"."edition_by"
                          LEFT OUTER JOIN (
                            SELECT
                              "t44"."report_at" AS "listed_at",
                              "t44"."game_date" AS "listed_for",
                              "t44"."team_name" AS "listed_by",
                              "t44"."player_id" AS "listed_player",
                              "t44"."status" AS "morning_status",
                              "t44"."reason" AS "morning_reason"
                            FROM (
                              SELECT
                                "t42".*
                                EXCLUDE ("place")
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t37"."payload",
                                    "t37"."report_at",
                                    "t37"."game_date",
                                    "t37"."team_name",
                                    "t37"."name_key",
                                    "t37"."player_name",
                                    "t37"."status",
                                    "t37"."reason",
                                    "t37"."player_id",
                                    ROW_NUMBER() OVER (
                                      PARTITION BY "t37"."report_at", "t37"."game_date", "t37"."team_name", "t37"."player_id"
                                      ORDER BY "t37"."player_name" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ) - 1 AS "place"
                                  FROM (
                                    SELECT
                                      "t7"."payload",
                                      "t7"."report_at",
                                      "t7"."game_date",
                                      "t7"."team_name",
                                      "t7"."name_key",
                                      "t7"."player_name",
                                      "t7"."status",
                                      "t7"."reason",
                                      "t27"."player_id"
                                    FROM "input_injury_report" AS "t7"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t3"."game_date",
                                        "t3"."player_name",
                                        "t3"."player_id",
                                        "t3"."setting" AS "team_name"
                                      FROM "input_resolved_name" AS "t3"
                                      WHERE
                                        "t3"."source" = 'injuries'
                                    ) AS "t27"
                                      ON "t7"."game_date" = "t27"."game_date"
                                      AND "t7"."team_name" = "t27"."team_name"
                                      AND "t7"."player_name" = "t27"."player_name"
                                  ) AS "t37"
                                ) AS "t40"
                                WHERE
                                  (
                                    "t40"."place" = 0
                                  ) OR (
                                    "t40"."player_id" IS NULL
                                  )
                              ) AS "t42"
                            ) AS "t44"
                          ) AS "t49"
                            ON "t76"."edition_at" = "t49"."listed_at"
                            AND "t68"."game_date" = "t49"."listed_for"
                            AND "t68"."team_name" = "t49"."listed_by"
                            AND "t68"."player_id" = "t49"."listed_player"
                        ) AS "t77"
                      ) AS "t78"
                    ) AS "t80"
                    LEFT OUTER JOIN (
                      SELECT
                        "t0"."game_id" AS "status_for",
                        "t0"."player_id" AS "status_of",
                        "t0"."roster_status"
                      FROM "input_known_lineup" AS "t0"
                      WHERE
                        "t0"."known_at" = 'before-tip'
                    ) AS "t24"
                      ON "t80"."game_id" = "t24"."status_for" AND "t80"."player_id" = "t24"."status_of"
                    LEFT OUTER JOIN (
                      SELECT
                        "t16"."game_id" AS "lineup_of",
                        "t16"."team_id" AS "lineup_by",
                        COUNT(*) AS "lineup_size"
                      FROM (
                        SELECT
                          *
                        FROM "input_known_lineup" AS "t0"
                        WHERE
                          "t0"."known_at" = 'before-tip'
                      ) AS "t16"
                      GROUP BY
                        1,
                        2
                    ) AS "t33"
                      ON "t80"."game_id" = "t33"."lineup_of" AND "t80"."team_id" = "t33"."lineup_by"
                  ) AS "t81"
                ) AS "t82"
              ) AS "t83"
            ) AS "t84"
          ) AS "t86"
          LEFT OUTER JOIN (
            SELECT
              "t0"."game_id" AS "status_for",
              "t0"."player_id" AS "status_of",
              "t0"."roster_status"
            FROM "input_known_lineup" AS "t0"
            WHERE
              "t0"."known_at" = 'morning'
          ) AS "t23"
            ON "t86"."game_id" = "t23"."status_for" AND "t86"."player_id" = "t23"."status_of"
          LEFT OUTER JOIN (
            SELECT
              "t14"."game_id" AS "lineup_of",
              "t14"."team_id" AS "lineup_by",
              COUNT(*) AS "lineup_size"
            FROM (
              SELECT
                *
              FROM "input_known_lineup" AS "t0"
              WHERE
                "t0"."known_at" = 'morning'
            ) AS "t14"
            GROUP BY
              1,
              2
          ) AS "t32"
            ON "t86"."game_id" = "t32"."lineup_of" AND "t86"."team_id" = "t32"."lineup_by"
        ) AS "t87"
      ) AS "t88"
    ) AS "t89"
  ) AS "t90"
) AS "t91"
