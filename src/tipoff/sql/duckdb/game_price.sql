-- rows 70c4305373bc9b4e 92c4f07a34187647
SELECT
  "t0"."payload",
  "t0"."game_date",
  "t0"."home_team" AS "home_team_name",
  "t0"."away_team" AS "away_team_name",
  "t0"."bookmaker",
  "t0"."capture",
  "t0"."captured_at",
  "t0"."tip_at",
  "t0"."home_spread_open",
  "t0"."home_spread",
  "t0"."total_open",
  "t0"."total",
  CASE WHEN ABS("t0"."home_price") >= 100 THEN "t0"."home_price" ELSE NULL END AS "home_price",
  CASE WHEN ABS("t0"."away_price") >= 100 THEN "t0"."away_price" ELSE NULL END AS "away_price",
  CASE
    WHEN ABS("t0"."home_spread_price") >= 100
    THEN "t0"."home_spread_price"
    ELSE NULL
  END AS "home_spread_price",
  CASE
    WHEN ABS("t0"."away_spread_price") >= 100
    THEN "t0"."away_spread_price"
    ELSE NULL
  END AS "away_spread_price",
  CASE WHEN ABS("t0"."over_price") >= 100 THEN "t0"."over_price" ELSE NULL END AS "over_price",
  CASE WHEN ABS("t0"."under_price") >= 100 THEN "t0"."under_price" ELSE NULL END AS "under_price"
FROM "input_game_odds" AS "t0"
