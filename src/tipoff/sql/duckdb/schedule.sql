-- rows d9cffb862da7fbb5
SELECT
  "t0"."payload",
  "t0"."gameId" AS "game_id",
  "t0"."gameDate" AS "game_date",
  "t0"."season",
  "t0"."gameDateTimeUTC" AS "tip_at",
  "t0"."gameStatus" AS "status",
  "t0"."gameStatus" = 3 AS "is_final",
  "t0"."homeTeamId" AS "home_team_id",
  "t0"."homeTeamName" AS "home_team_name",
  "t0"."homeTeamTricode" AS "home_team_code",
  "t0"."awayTeamId" AS "away_team_id",
  "t0"."awayTeamName" AS "away_team_name",
  "t0"."awayTeamTricode" AS "away_team_code",
  "t0"."homePoints" AS "home_points",
  "t0"."awayPoints" AS "away_points",
  "t0"."arenaName" AS "arena"
FROM "input_league_schedule" AS "t0"
