-- rows f044ac51a9c9b490 a2fdee5874f23d4f
SELECT
  *
FROM (
  SELECT
    "t2"."payload",
    "t4"."game_date",
    "t2"."source",
    "t2"."starter",
    "t2"."seconds",
    "t2"."gameId" AS "game_id",
    "t2"."personId" AS "player_id"
  FROM "input_box_score_rotation" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."game_id",
      "t1"."game_date"
    FROM "input_schedule" AS "t1"
  ) AS "t4"
    ON "t2"."gameId" = "t4"."game_id"
) AS "t5"
