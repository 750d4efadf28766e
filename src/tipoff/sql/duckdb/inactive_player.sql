-- rows 31be8b8d14b04307 9475cbad6392375a
SELECT
  *
FROM (
  SELECT
    "t2"."payload",
    "t4"."game_date",
    "t2"."gameId" AS "game_id",
    "t2"."personId" AS "player_id",
    "t2"."playerName" AS "player_name",
    "t2"."nameKey" AS "name_key",
    "t2"."teamId" AS "team_id",
    "t2"."reason",
    "t2"."source"
  FROM "input_inactive_list" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."game_id",
      "t1"."game_date"
    FROM "input_schedule" AS "t1"
  ) AS "t4"
    ON "t4"."game_id" = "t2"."gameId"
) AS "t5"
