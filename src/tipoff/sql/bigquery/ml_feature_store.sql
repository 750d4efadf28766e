-- rows 25a06930b0282688
SELECT
  `t57`.`game_id`,
  `t57`.`game_date`,
  `t57`.`player_id`,
  `t57`.`player_name`,
  `t57`.`name_key`,
  `t57`.`team_id`,
  `t57`.`opponent_id`,
  `t57`.`season`,
  `t57`.`tip_at`,
  `t57`.`out`,
  `t57`.`morning_out`,
  (
    ieee_divide(
      CAST(CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END AS FLOAT64),
      9
    ) + COALESCE(`t57`.`completeness_last_10`, 0)
  ) * 50 AS `quality_score`,
  ARRAY_TO_STRING(
    [
      CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 'points_avg_last_10' ELSE NULL END,
      CASE
        WHEN `t57`.`minutes_avg_last_10` IS NULL
        THEN 'minutes_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL
        THEN 'field_goals_attempted_avg_last_10'
        ELSE NULL
      END,
      CASE WHEN `t57`.`days_since_played` IS NULL THEN 'days_since_played' ELSE NULL END,
      CASE WHEN `t57`.`fatigue_score` IS NULL THEN 'fatigue_score' ELSE NULL END,
      CASE
        WHEN `t57`.`team_pace_avg_last_10` IS NULL
        THEN 'team_pace_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t57`.`opponent_pace_avg_last_10` IS NULL
        THEN 'opponent_pace_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL
        THEN 'opponent_defensive_rating_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t57`.`completeness_last_10` IS NULL
        THEN 'completeness_last_10'
        ELSE NULL
      END
    ],
    ', '
  ) AS `missing_required`,
  CASE
    WHEN `t57`.`out`
    THEN 'PLAYER_DNP'
    WHEN `t57`.`team_games_missing` > 0
    THEN 'MISSING_UPSTREAM'
    WHEN `t57`.`games_without_clock` > 0
    THEN 'INCOMPLETE_UPSTREAM'
    WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
    THEN 'EXPECTED_INCOMPLETE'
    WHEN (
      (
        CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
      ) < 9
    )
    OR (
      `t57`.`zone_reason` IS NOT NULL
    )
    THEN 'INSUFFICIENT_HISTORY'
    ELSE NULL
  END AS `reason`,
  CASE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'EXPECTED_INCOMPLETE'
    THEN FALSE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'INSUFFICIENT_HISTORY'
    THEN FALSE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'MISSING_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'INCOMPLETE_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'STALE_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'PLAYER_DNP'
    THEN FALSE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'NAME_UNRESOLVED'
    THEN TRUE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'VALIDATION_ERROR'
    THEN TRUE
    WHEN CASE
      WHEN `t57`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t57`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t57`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t57`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t57`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t57`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t57`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t57`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'PROCESSING_ERROR'
    THEN TRUE
    ELSE NULL
  END AS `reason_is_curable`,
  `t57`.`games_last_3`,
  `t57`.`games_last_5`,
  `t57`.`games_last_10`,
  `t57`.`games_last_20`,
  `t57`.`games_season`,
  `t57`.`points_avg_last_3`,
  `t57`.`points_avg_last_5`,
  `t57`.`points_avg_last_10`,
  `t57`.`points_std_last_10`,
  `t57`.`points_avg_last_20`,
  `t57`.`points_avg_season`,
  `t57`.`points_std_season`,
  `t57`.`points_avg_recent`,
  `t57`.`points_slope_last_10`,
  `t57`.`rebounds_avg_last_3`,
  `t57`.`rebounds_avg_last_5`,
  `t57`.`rebounds_avg_last_10`,
  `t57`.`rebounds_std_last_10`,
  `t57`.`rebounds_avg_last_20`,
  `t57`.`rebounds_avg_season`,
  `t57`.`rebounds_std_season`,
  `t57`.`rebounds_avg_recent`,
  `t57`.`rebounds_slope_last_10`,
  `t57`.`assists_avg_last_3`,
  `t57`.`assists_avg_last_5`,
  `t57`.`assists_avg_last_10`,
  `t57`.`assists_std_last_10`,
  `t57`.`assists_avg_last_20`,
  `t57`.`assists_avg_season`,
  `t57`.`assists_std_season`,
  `t57`.`assists_avg_recent`,
  `t57`.`assists_slope_last_10`,
  `t57`.`threes_avg_last_3`,
  `t57`.`threes_avg_last_5`,
  `t57`.`threes_avg_last_10`,
  `t57`.`threes_std_last_10`,
  `t57`.`threes_avg_last_20`,
  `t57`.`threes_avg_season`,
  `t57`.`threes_std_season`,
  `t57`.`threes_avg_recent`,
  `t57`.`threes_slope_last_10`,
  `t57`.`steals_avg_last_10`,
  `t57`.`steals_std_last_10`,
  `t57`.`steals_avg_last_20`,
  `t57`.`steals_avg_season`,
  `t57`.`steals_std_season`,
  `t57`.`steals_avg_recent`,
  `t57`.`steals_slope_last_10`,
  `t57`.`blocks_avg_last_10`,
  `t57`.`blocks_std_last_10`,
  `t57`.`blocks_avg_last_20`,
  `t57`.`blocks_avg_season`,
  `t57`.`blocks_std_season`,
  `t57`.`blocks_avg_recent`,
  `t57`.`blocks_slope_last_10`,
  `t57`.`turnovers_avg_last_10`,
  `t57`.`turnovers_std_last_10`,
  `t57`.`turnovers_avg_last_20`,
  `t57`.`turnovers_avg_season`,
  `t57`.`turnovers_std_season`,
  `t57`.`turnovers_avg_recent`,
  `t57`.`turnovers_slope_last_10`,
  `t57`.`points_rebounds_assists_avg_last_5`,
  `t57`.`points_rebounds_assists_avg_last_10`,
  `t57`.`points_rebounds_assists_std_last_10`,
  `t57`.`points_rebounds_assists_avg_season`,
  `t57`.`points_rebounds_assists_std_season`,
  `t57`.`points_rebounds_avg_last_5`,
  `t57`.`points_rebounds_avg_last_10`,
  `t57`.`points_rebounds_std_last_10`,
  `t57`.`points_rebounds_avg_season`,
  `t57`.`points_rebounds_std_season`,
  `t57`.`points_assists_avg_last_5`,
  `t57`.`points_assists_avg_last_10`,
  `t57`.`points_assists_std_last_10`,
  `t57`.`points_assists_avg_season`,
  `t57`.`points_assists_std_season`,
  `t57`.`rebounds_assists_avg_last_5`,
  `t57`.`rebounds_assists_avg_last_10`,
  `t57`.`rebounds_assists_std_last_10`,
  `t57`.`rebounds_assists_avg_season`,
  `t57`.`rebounds_assists_std_season`,
  `t57`.`blocks_steals_avg_last_5`,
  `t57`.`blocks_steals_avg_last_10`,
  `t57`.`blocks_steals_std_last_10`,
  `t57`.`blocks_steals_avg_season`,
  `t57`.`blocks_steals_std_season`,
  `t57`.`minutes_avg_last_3`,
  `t57`.`minutes_avg_last_5`,
  `t57`.`minutes_avg_last_10`,
  `t57`.`minutes_std_last_10`,
  `t57`.`minutes_avg_last_20`,
  `t57`.`minutes_avg_season`,
  `t57`.`minutes_std_season`,
  `t57`.`minutes_avg_recent`,
  `t57`.`usage_rate_avg_last_3`,
  `t57`.`usage_rate_avg_last_5`,
  `t57`.`usage_rate_avg_last_10`,
  `t57`.`usage_rate_std_last_10`,
  `t57`.`usage_rate_avg_last_20`,
  `t57`.`usage_rate_avg_season`,
  `t57`.`usage_rate_std_season`,
  `t57`.`usage_rate_avg_recent`,
  `t57`.`true_shooting_share_avg_last_3`,
  `t57`.`true_shooting_share_avg_last_5`,
  `t57`.`true_shooting_share_avg_last_10`,
  `t57`.`true_shooting_share_avg_last_20`,
  `t57`.`true_shooting_share_avg_season`,
  `t57`.`starts_avg_last_5`,
  `t57`.`starts_avg_last_10`,
  `t57`.`starts_avg_last_20`,
  `t57`.`starts_avg_season`,
  `t57`.`field_goals_attempted_avg_last_5`,
  `t57`.`field_goals_attempted_avg_last_10`,
  `t57`.`field_goals_attempted_avg_last_20`,
  `t57`.`field_goals_attempted_avg_season`,
  `t57`.`field_goals_attempted_avg_recent`,
  `t57`.`field_goals_made_avg_last_5`,
  `t57`.`field_goals_made_avg_last_10`,
  `t57`.`field_goals_made_avg_last_20`,
  `t57`.`field_goals_made_avg_season`,
  `t57`.`field_goals_made_avg_recent`,
  `t57`.`threes_attempted_avg_last_5`,
  `t57`.`threes_attempted_avg_last_10`,
  `t57`.`threes_attempted_avg_last_20`,
  `t57`.`threes_attempted_avg_season`,
  `t57`.`threes_attempted_avg_recent`,
  `t57`.`free_throws_attempted_avg_last_5`,
  `t57`.`free_throws_attempted_avg_last_10`,
  `t57`.`free_throws_attempted_avg_last_20`,
  `t57`.`free_throws_attempted_avg_season`,
  `t57`.`free_throws_attempted_avg_recent`,
  `t57`.`free_throws_made_avg_last_5`,
  `t57`.`free_throws_made_avg_last_10`,
  `t57`.`free_throws_made_avg_last_20`,
  `t57`.`free_throws_made_avg_season`,
  `t57`.`free_throws_made_avg_recent`,
  `t57`.`paint_attempts_avg_last_10`,
  `t57`.`paint_makes_avg_last_10`,
  `t57`.`mid_range_attempts_avg_last_10`,
  `t57`.`mid_range_makes_avg_last_10`,
  `t57`.`corner_three_attempts_avg_last_10`,
  `t57`.`corner_three_makes_avg_last_10`,
  `t57`.`above_break_three_attempts_avg_last_10`,
  `t57`.`above_break_three_makes_avg_last_10`,
  `t57`.`paint_share_last_10`,
  `t57`.`mid_range_share_last_10`,
  `t57`.`corner_three_share_last_10`,
  `t57`.`above_break_three_share_last_10`,
  `t57`.`paint_field_goal_share_last_10`,
  `t57`.`mid_range_field_goal_share_last_10`,
  `t57`.`corner_three_field_goal_share_last_10`,
  `t57`.`above_break_three_field_goal_share_last_10`,
  `t57`.`three_share_last_10`,
  `t57`.`zone_attempts_last_10`,
  `t57`.`assisted_share_last_10`,
  `t57`.`paint_share_last_20`,
  `t57`.`mid_range_share_last_20`,
  `t57`.`corner_three_share_last_20`,
  `t57`.`above_break_three_share_last_20`,
  `t57`.`paint_field_goal_share_last_20`,
  `t57`.`mid_range_field_goal_share_last_20`,
  `t57`.`corner_three_field_goal_share_last_20`,
  `t57`.`above_break_three_field_goal_share_last_20`,
  `t57`.`three_share_last_20`,
  `t57`.`zone_attempts_last_20`,
  `t57`.`assisted_share_last_20`,
  `t57`.`days_since_played`,
  `t57`.`games_last_7_days`,
  `t57`.`games_last_14_days`,
  `t57`.`minutes_last_7_days`,
  `t57`.`minutes_last_14_days`,
  `t57`.`back_to_backs_last_14_days`,
  `t57`.`games_since_long_absence`,
  `t57`.`games_since_trade`,
  `t57`.`points_line`,
  `t57`.`points_opening_line`,
  `t57`.`points_line_move`,
  `t57`.`has_points_line`,
  `t57`.`teammates_out`,
  `t57`.`teammates_out_minutes`,
  `t57`.`teammates_out_points`,
  `t57`.`teammates_newly_out_minutes`,
  `t57`.`teammates_newly_out_points`,
  `t57`.`teammates_newly_out_usage`,
  `t57`.`teammates_back_minutes`,
  `t57`.`teammates_available_minutes`,
  `t57`.`teammates_available_usage_minutes`,
  `t57`.`teammates_newly_out_usage_minutes`,
  `t57`.`morning_teammates_out`,
  `t57`.`morning_teammates_out_minutes`,
  `t57`.`morning_teammates_out_points`,
  `t57`.`morning_teammates_newly_out_minutes`,
  `t57`.`morning_teammates_newly_out_points`,
  `t57`.`morning_teammates_newly_out_usage`,
  `t57`.`morning_teammates_back_minutes`,
  `t57`.`morning_teammates_available_minutes`,
  `t57`.`morning_teammates_available_usage_minutes`,
  `t57`.`morning_teammates_newly_out_usage_minutes`,
  `t57`.`home`,
  `t57`.`is_playoff`,
  `t57`.`is_back_to_back`,
  `t57`.`days_rest`,
  `t57`.`opponent_days_rest`,
  `t57`.`rest_advantage`,
  `t57`.`consecutive_road_games`,
  `t57`.`travel_kilometers`,
  `t57`.`time_zones_crossed`,
  `t57`.`spread`,
  `t57`.`spread_move`,
  `t57`.`total`,
  `t57`.`total_move`,
  `t57`.`implied_team_total`,
  `t57`.`team_games_last_7_days`,
  `t57`.`team_back_to_backs_last_14_days`,
  `t57`.`age_years`,
  `t57`.`fatigue_score`,
  `t57`.`fatigue_adjustment`,
  `t57`.`shot_zone_mismatch_score`,
  `t57`.`pace_score`,
  `t57`.`usage_spike_score`,
  `t57`.`travel_score`,
  `t57`.`opponent_strength_score`,
  `t57`.`games_vs_opponent`,
  `t57`.`points_avg_vs_opponent`,
  `t57`.`rebounds_avg_vs_opponent`,
  `t57`.`assists_avg_vs_opponent`,
  `t57`.`threes_avg_vs_opponent`,
  `t57`.`steals_avg_vs_opponent`,
  `t57`.`blocks_avg_vs_opponent`,
  `t57`.`turnovers_avg_vs_opponent`,
  `t57`.`points_rebounds_assists_avg_vs_opponent`,
  `t57`.`points_rebounds_avg_vs_opponent`,
  `t57`.`points_assists_avg_vs_opponent`,
  `t57`.`rebounds_assists_avg_vs_opponent`,
  `t57`.`blocks_steals_avg_vs_opponent`,
  `t57`.`injury_risk`,
  `t57`.`recent_trend`,
  `t57`.`minutes_change`,
  `t57`.`free_throw_points_share`,
  `t57`.`points_per_minute`,
  `t57`.`points_zscore`,
  `t57`.`breakout_flag`,
  `t57`.`breakout_rate_last_20`,
  `t57`.`breakout_risk_score`,
  `t57`.`composite_breakout_signal`,
  `t57`.`dnp_rate`,
  `t57`.`games_without_clock`,
  `t57`.`team_games_missing`,
  `t57`.`completeness_last_3`,
  `t57`.`completeness_last_5`,
  `t57`.`completeness_last_10`,
  `t57`.`completeness_last_20`,
  `t57`.`starting`,
  `t57`.`starting_minutes_avg_last_10`,
  `t57`.`starting_points_avg_last_10`,
  `t57`.`off_bench_minutes_avg_last_10`,
  `t57`.`off_bench_points_avg_last_10`,
  `t57`.`role_minutes`,
  `t57`.`role_points`,
  `t57`.`minutes_rank`,
  `t57`.`teammates_available_points`,
  `t57`.`teammates_starting_minutes`,
  `t57`.`usual_starters_missing_minutes`,
  `t57`.`similar_games`,
  `t57`.`points_avg_similar`,
  `t57`.`rebounds_avg_similar`,
  `t57`.`assists_avg_similar`,
  `t57`.`threes_avg_similar`,
  `t57`.`steals_avg_similar`,
  `t57`.`blocks_avg_similar`,
  `t57`.`turnovers_avg_similar`,
  `t57`.`rate_points`,
  `t57`.`rate_rebounds`,
  `t57`.`rate_offensive_rebounds`,
  `t57`.`rate_assists`,
  `t57`.`rate_threes_made`,
  `t57`.`rate_threes_attempted`,
  `t57`.`rate_field_goals_attempted`,
  `t57`.`rate_free_throws_attempted`,
  `t57`.`rate_steals`,
  `t57`.`rate_blocks`,
  `t57`.`rate_personal_fouls`,
  `t57`.`rate_possessions_used`,
  `t57`.`recent_rate_points`,
  `t57`.`recent_rate_rebounds`,
  `t57`.`recent_rate_assists`,
  `t57`.`recent_rate_threes_made`,
  `t57`.`recent_rate_threes_attempted`,
  `t57`.`recent_rate_possessions_used`,
  `t57`.`projected_rate_points`,
  `t57`.`projected_rate_rebounds`,
  `t57`.`projected_rate_offensive_rebounds`,
  `t57`.`projected_rate_assists`,
  `t57`.`projected_rate_threes_made`,
  `t57`.`projected_rate_threes_attempted`,
  `t57`.`projected_rate_field_goals_attempted`,
  `t57`.`projected_rate_free_throws_attempted`,
  `t57`.`projected_rate_steals`,
  `t57`.`projected_rate_blocks`,
  `t57`.`projected_rate_personal_fouls`,
  `t57`.`projected_rate_possessions_used`,
  `t57`.`expected_points_last_3`,
  `t57`.`expected_points_last_8`,
  `t57`.`expected_points_last_25`,
  `t57`.`expected_points`,
  `t57`.`expected_threes_last_8`,
  `t57`.`expected_threes_last_25`,
  `t57`.`expected_threes`,
  `t57`.`shooting_luck_last_8`,
  `t57`.`three_share_made`,
  `t57`.`decayed_minutes`,
  `t57`.`start_share`,
  `t57`.`play_share`,
  `t57`.`appear_share`,
  `t57`.`starter_minutes_fast`,
  `t57`.`starter_minutes_slow`,
  `t57`.`bench_minutes_fast`,
  `t57`.`bench_minutes_slow`,
  `t57`.`team_pace_avg_last_10`,
  `t57`.`team_offensive_rating_avg_last_10`,
  `t57`.`team_defensive_rating_avg_last_10`,
  `t57`.`team_points_avg_last_10`,
  `t57`.`team_wins_avg_last_10`,
  `t57`.`team_wins_avg_season`,
  `t57`.`team_points_allowed_avg_last_10`,
  `t57`.`team_rebounds_allowed_avg_last_10`,
  `t57`.`team_assists_allowed_avg_last_10`,
  `t57`.`team_threes_allowed_avg_last_10`,
  `t57`.`team_steals_allowed_avg_last_10`,
  `t57`.`team_blocks_allowed_avg_last_10`,
  `t57`.`team_turnovers_forced_avg_last_10`,
  `t57`.`opponent_pace_avg_last_10`,
  `t57`.`opponent_offensive_rating_avg_last_10`,
  `t57`.`opponent_defensive_rating_avg_last_10`,
  `t57`.`opponent_points_avg_last_10`,
  `t57`.`opponent_wins_avg_last_10`,
  `t57`.`opponent_wins_avg_season`,
  `t57`.`opponent_points_allowed_avg_last_10`,
  `t57`.`opponent_rebounds_allowed_avg_last_10`,
  `t57`.`opponent_assists_allowed_avg_last_10`,
  `t57`.`opponent_threes_allowed_avg_last_10`,
  `t57`.`opponent_steals_allowed_avg_last_10`,
  `t57`.`opponent_blocks_allowed_avg_last_10`,
  `t57`.`opponent_turnovers_forced_avg_last_10`,
  `t57`.`opponent_paint_weakness`,
  `t57`.`opponent_mid_range_weakness`,
  `t57`.`opponent_corner_three_weakness`,
  `t57`.`opponent_above_break_three_weakness`
FROM (
  SELECT
    `t56`.*
    EXCEPT (`form_game`, `form_team`)
  FROM (
    SELECT
      `t55`.`game_id`,
      `t55`.`game_date`,
      `t55`.`player_id`,
      `t55`.`player_name`,
      `t55`.`name_key`,
      `t55`.`team_id`,
      `t55`.`opponent_id`,
      `t55`.`season`,
      `t55`.`tip_at`,
      `t55`.`out`,
      `t55`.`morning_out`,
      `t55`.`days_since_played`,
      `t55`.`games_last_7_days`,
      `t55`.`games_last_14_days`,
      `t55`.`minutes_last_7_days`,
      `t55`.`minutes_last_14_days`,
      `t55`.`back_to_backs_last_14_days`,
      `t55`.`games_since_long_absence`,
      `t55`.`games_since_trade`,
      `t55`.`points_line`,
      `t55`.`points_opening_line`,
      `t55`.`points_line_move`,
      `t55`.`has_points_line`,
      `t55`.`teammates_out`,
      `t55`.`teammates_out_minutes`,
      `t55`.`teammates_out_points`,
      `t55`.`teammates_newly_out_minutes`,
      `t55`.`teammates_newly_out_points`,
      `t55`.`teammates_newly_out_usage`,
      `t55`.`teammates_back_minutes`,
      `t55`.`teammates_available_minutes`,
      `t55`.`teammates_available_usage_minutes`,
      `t55`.`teammates_newly_out_usage_minutes`,
      `t55`.`morning_teammates_out`,
      `t55`.`morning_teammates_out_minutes`,
      `t55`.`morning_teammates_out_points`,
      `t55`.`morning_teammates_newly_out_minutes`,
      `t55`.`morning_teammates_newly_out_points`,
      `t55`.`morning_teammates_newly_out_usage`,
      `t55`.`morning_teammates_back_minutes`,
      `t55`.`morning_teammates_available_minutes`,
      `t55`.`morning_teammates_available_usage_minutes`,
      `t55`.`morning_teammates_newly_out_usage_minutes`,
      `t55`.`games_last_3`,
      `t55`.`games_last_5`,
      `t55`.`games_last_10`,
      `t55`.`games_last_20`,
      `t55`.`games_season`,
      `t55`.`points_avg_last_3`,
      `t55`.`points_avg_last_5`,
      `t55`.`points_avg_last_10`,
      `t55`.`points_std_last_10`,
      `t55`.`points_avg_last_20`,
      `t55`.`points_avg_season`,
      `t55`.`points_std_season`,
      `t55`.`points_avg_recent`,
      `t55`.`points_slope_last_10`,
      `t55`.`rebounds_avg_last_3`,
      `t55`.`rebounds_avg_last_5`,
      `t55`.`rebounds_avg_last_10`,
      `t55`.`rebounds_std_last_10`,
      `t55`.`rebounds_avg_last_20`,
      `t55`.`rebounds_avg_season`,
      `t55`.`rebounds_std_season`,
      `t55`.`rebounds_avg_recent`,
      `t55`.`rebounds_slope_last_10`,
      `t55`.`assists_avg_last_3`,
      `t55`.`assists_avg_last_5`,
      `t55`.`assists_avg_last_10`,
      `t55`.`assists_std_last_10`,
      `t55`.`assists_avg_last_20`,
      `t55`.`assists_avg_season`,
      `t55`.`assists_std_season`,
      `t55`.`assists_avg_recent`,
      `t55`.`assists_slope_last_10`,
      `t55`.`threes_avg_last_3`,
      `t55`.`threes_avg_last_5`,
      `t55`.`threes_avg_last_10`,
      `t55`.`threes_std_last_10`,
      `t55`.`threes_avg_last_20`,
      `t55`.`threes_avg_season`,
      `t55`.`threes_std_season`,
      `t55`.`threes_avg_recent`,
      `t55`.`threes_slope_last_10`,
      `t55`.`steals_avg_last_10`,
      `t55`.`steals_std_last_10`,
      `t55`.`steals_avg_last_20`,
      `t55`.`steals_avg_season`,
      `t55`.`steals_std_season`,
      `t55`.`steals_avg_recent`,
      `t55`.`steals_slope_last_10`,
      `t55`.`blocks_avg_last_10`,
      `t55`.`blocks_std_last_10`,
      `t55`.`blocks_avg_last_20`,
      `t55`.`blocks_avg_season`,
      `t55`.`blocks_std_season`,
      `t55`.`blocks_avg_recent`,
      `t55`.`blocks_slope_last_10`,
      `t55`.`turnovers_avg_last_10`,
      `t55`.`turnovers_std_last_10`,
      `t55`.`turnovers_avg_last_20`,
      `t55`.`turnovers_avg_season`,
      `t55`.`turnovers_std_season`,
      `t55`.`turnovers_avg_recent`,
      `t55`.`turnovers_slope_last_10`,
      `t55`.`points_rebounds_assists_avg_last_5`,
      `t55`.`points_rebounds_assists_avg_last_10`,
      `t55`.`points_rebounds_assists_std_last_10`,
      `t55`.`points_rebounds_assists_avg_season`,
      `t55`.`points_rebounds_assists_std_season`,
      `t55`.`points_rebounds_avg_last_5`,
      `t55`.`points_rebounds_avg_last_10`,
      `t55`.`points_rebounds_std_last_10`,
      `t55`.`points_rebounds_avg_season`,
      `t55`.`points_rebounds_std_season`,
      `t55`.`points_assists_avg_last_5`,
      `t55`.`points_assists_avg_last_10`,
      `t55`.`points_assists_std_last_10`,
      `t55`.`points_assists_avg_season`,
      `t55`.`points_assists_std_season`,
      `t55`.`rebounds_assists_avg_last_5`,
      `t55`.`rebounds_assists_avg_last_10`,
      `t55`.`rebounds_assists_std_last_10`,
      `t55`.`rebounds_assists_avg_season`,
      `t55`.`rebounds_assists_std_season`,
      `t55`.`blocks_steals_avg_last_5`,
      `t55`.`blocks_steals_avg_last_10`,
      `t55`.`blocks_steals_std_last_10`,
      `t55`.`blocks_steals_avg_season`,
      `t55`.`blocks_steals_std_season`,
      `t55`.`minutes_avg_last_3`,
      `t55`.`minutes_avg_last_5`,
      `t55`.`minutes_avg_last_10`,
      `t55`.`minutes_std_last_10`,
      `t55`.`minutes_avg_last_20`,
      `t55`.`minutes_avg_season`,
      `t55`.`minutes_std_season`,
      `t55`.`minutes_avg_recent`,
      `t55`.`usage_rate_avg_last_3`,
      `t55`.`usage_rate_avg_last_5`,
      `t55`.`usage_rate_avg_last_10`,
      `t55`.`usage_rate_std_last_10`,
      `t55`.`usage_rate_avg_last_20`,
      `t55`.`usage_rate_avg_season`,
      `t55`.`usage_rate_std_season`,
      `t55`.`usage_rate_avg_recent`,
      `t55`.`true_shooting_share_avg_last_3`,
      `t55`.`true_shooting_share_avg_last_5`,
      `t55`.`true_shooting_share_avg_last_10`,
      `t55`.`true_shooting_share_avg_last_20`,
      `t55`.`true_shooting_share_avg_season`,
      `t55`.`starts_avg_last_5`,
      `t55`.`starts_avg_last_10`,
      `t55`.`starts_avg_last_20`,
      `t55`.`starts_avg_season`,
      `t55`.`field_goals_attempted_avg_last_5`,
      `t55`.`field_goals_attempted_avg_last_10`,
      `t55`.`field_goals_attempted_avg_last_20`,
      `t55`.`field_goals_attempted_avg_season`,
      `t55`.`field_goals_attempted_avg_recent`,
      `t55`.`field_goals_made_avg_last_5`,
      `t55`.`field_goals_made_avg_last_10`,
      `t55`.`field_goals_made_avg_last_20`,
      `t55`.`field_goals_made_avg_season`,
      `t55`.`field_goals_made_avg_recent`,
      `t55`.`threes_attempted_avg_last_5`,
      `t55`.`threes_attempted_avg_last_10`,
      `t55`.`threes_attempted_avg_last_20`,
      `t55`.`threes_attempted_avg_season`,
      `t55`.`threes_attempted_avg_recent`,
      `t55`.`free_throws_attempted_avg_last_5`,
      `t55`.`free_throws_attempted_avg_last_10`,
      `t55`.`free_throws_attempted_avg_last_20`,
      `t55`.`free_throws_attempted_avg_season`,
      `t55`.`free_throws_attempted_avg_recent`,
      `t55`.`free_throws_made_avg_last_5`,
      `t55`.`free_throws_made_avg_last_10`,
      `t55`.`free_throws_made_avg_last_20`,
      `t55`.`free_throws_made_avg_season`,
      `t55`.`free_throws_made_avg_recent`,
      `t55`.`paint_attempts_avg_last_10`,
      `t55`.`paint_makes_avg_last_10`,
      `t55`.`mid_range_attempts_avg_last_10`,
      `t55`.`mid_range_makes_avg_last_10`,
      `t55`.`corner_three_attempts_avg_last_10`,
      `t55`.`corner_three_makes_avg_last_10`,
      `t55`.`above_break_three_attempts_avg_last_10`,
      `t55`.`above_break_three_makes_avg_last_10`,
      `t55`.`paint_share_last_10`,
      `t55`.`mid_range_share_last_10`,
      `t55`.`corner_three_share_last_10`,
      `t55`.`above_break_three_share_last_10`,
      `t55`.`paint_field_goal_share_last_10`,
      `t55`.`mid_range_field_goal_share_last_10`,
      `t55`.`corner_three_field_goal_share_last_10`,
      `t55`.`above_break_three_field_goal_share_last_10`,
      `t55`.`three_share_last_10`,
      `t55`.`zone_attempts_last_10`,
      `t55`.`assisted_share_last_10`,
      `t55`.`paint_share_last_20`,
      `t55`.`mid_range_share_last_20`,
      `t55`.`corner_three_share_last_20`,
      `t55`.`above_break_three_share_last_20`,
      `t55`.`paint_field_goal_share_last_20`,
      `t55`.`mid_range_field_goal_share_last_20`,
      `t55`.`corner_three_field_goal_share_last_20`,
      `t55`.`above_break_three_field_goal_share_last_20`,
      `t55`.`three_share_last_20`,
      `t55`.`zone_attempts_last_20`,
      `t55`.`assisted_share_last_20`,
      `t55`.`zone_reason`,
      `t55`.`age_years`,
      `t55`.`fatigue_score`,
      `t55`.`fatigue_adjustment`,
      `t55`.`shot_zone_mismatch_score`,
      `t55`.`pace_score`,
      `t55`.`usage_spike_score`,
      `t55`.`travel_score`,
      `t55`.`opponent_strength_score`,
      `t55`.`games_vs_opponent`,
      `t55`.`points_avg_vs_opponent`,
      `t55`.`rebounds_avg_vs_opponent`,
      `t55`.`assists_avg_vs_opponent`,
      `t55`.`threes_avg_vs_opponent`,
      `t55`.`steals_avg_vs_opponent`,
      `t55`.`blocks_avg_vs_opponent`,
      `t55`.`turnovers_avg_vs_opponent`,
      `t55`.`points_rebounds_assists_avg_vs_opponent`,
      `t55`.`points_rebounds_avg_vs_opponent`,
      `t55`.`points_assists_avg_vs_opponent`,
      `t55`.`rebounds_assists_avg_vs_opponent`,
      `t55`.`blocks_steals_avg_vs_opponent`,
      `t55`.`injury_risk`,
      `t55`.`recent_trend`,
      `t55`.`minutes_change`,
      `t55`.`free_throw_points_share`,
      `t55`.`points_per_minute`,
      `t55`.`points_zscore`,
      `t55`.`breakout_flag`,
      `t55`.`breakout_rate_last_20`,
      `t55`.`breakout_risk_score`,
      `t55`.`composite_breakout_signal`,
      `t55`.`dnp_rate`,
      `t55`.`games_without_clock`,
      `t55`.`team_games_missing`,
      `t55`.`completeness_last_3`,
      `t55`.`completeness_last_5`,
      `t55`.`completeness_last_10`,
      `t55`.`completeness_last_20`,
      `t55`.`starting`,
      `t55`.`starting_minutes_avg_last_10`,
      `t55`.`starting_points_avg_last_10`,
      `t55`.`off_bench_minutes_avg_last_10`,
      `t55`.`off_bench_points_avg_last_10`,
      `t55`.`role_minutes`,
      `t55`.`role_points`,
      `t55`.`minutes_rank`,
      `t55`.`teammates_available_points`,
      `t55`.`teammates_starting_minutes`,
      `t55`.`usual_starters_missing_minutes`,
      `t55`.`similar_games`,
      `t55`.`points_avg_similar`,
      `t55`.`rebounds_avg_similar`,
      `t55`.`assists_avg_similar`,
      `t55`.`threes_avg_similar`,
      `t55`.`steals_avg_similar`,
      `t55`.`blocks_avg_similar`,
      `t55`.`turnovers_avg_similar`,
      `t55`.`rate_points`,
      `t55`.`rate_rebounds`,
      `t55`.`rate_offensive_rebounds`,
      `t55`.`rate_assists`,
      `t55`.`rate_threes_made`,
      `t55`.`rate_threes_attempted`,
      `t55`.`rate_field_goals_attempted`,
      `t55`.`rate_free_throws_attempted`,
      `t55`.`rate_steals`,
      `t55`.`rate_blocks`,
      `t55`.`rate_personal_fouls`,
      `t55`.`rate_possessions_used`,
      `t55`.`recent_rate_points`,
      `t55`.`recent_rate_rebounds`,
      `t55`.`recent_rate_assists`,
      `t55`.`recent_rate_threes_made`,
      `t55`.`recent_rate_threes_attempted`,
      `t55`.`recent_rate_possessions_used`,
      `t55`.`projected_rate_points`,
      `t55`.`projected_rate_rebounds`,
      `t55`.`projected_rate_offensive_rebounds`,
      `t55`.`projected_rate_assists`,
      `t55`.`projected_rate_threes_made`,
      `t55`.`projected_rate_threes_attempted`,
      `t55`.`projected_rate_field_goals_attempted`,
      `t55`.`projected_rate_free_throws_attempted`,
      `t55`.`projected_rate_steals`,
      `t55`.`projected_rate_blocks`,
      `t55`.`projected_rate_personal_fouls`,
      `t55`.`projected_rate_possessions_used`,
      `t55`.`expected_points_last_3`,
      `t55`.`expected_points_last_8`,
      `t55`.`expected_points_last_25`,
      `t55`.`expected_points`,
      `t55`.`expected_threes_last_8`,
      `t55`.`expected_threes_last_25`,
      `t55`.`expected_threes`,
      `t55`.`shooting_luck_last_8`,
      `t55`.`three_share_made`,
      `t55`.`decayed_minutes`,
      `t55`.`start_share`,
      `t55`.`play_share`,
      `t55`.`appear_share`,
      `t55`.`starter_minutes_fast`,
      `t55`.`starter_minutes_slow`,
      `t55`.`bench_minutes_fast`,
      `t55`.`bench_minutes_slow`,
      `t55`.`home`,
      `t55`.`is_playoff`,
      `t55`.`is_back_to_back`,
      `t55`.`days_rest`,
      `t55`.`opponent_days_rest`,
      `t55`.`rest_advantage`,
      `t55`.`consecutive_road_games`,
      `t55`.`travel_kilometers`,
      `t55`.`time_zones_crossed`,
      `t55`.`spread`,
      `t55`.`spread_move`,
      `t55`.`total`,
      `t55`.`total_move`,
      `t55`.`implied_team_total`,
      `t55`.`team_games_last_7_days`,
      `t55`.`team_back_to_backs_last_14_days`,
      `t55`.`team_pace_avg_last_10`,
      `t55`.`team_offensive_rating_avg_last_10`,
      `t55`.`team_defensive_rating_avg_last_10`,
      `t55`.`team_points_avg_last_10`,
      `t55`.`team_wins_avg_last_10`,
      `t55`.`team_wins_avg_season`,
      `t55`.`team_points_allowed_avg_last_10`,
      `t55`.`team_rebounds_allowed_avg_last_10`,
      `t55`.`team_assists_allowed_avg_last_10`,
      `t55`.`team_threes_allowed_avg_last_10`,
      `t55`.`team_steals_allowed_avg_last_10`,
      `t55`.`team_blocks_allowed_avg_last_10`,
      `t55`.`team_turnovers_forced_avg_last_10`,
      `t55`.`opponent_pace_avg_last_10`,
      `t55`.`opponent_offensive_rating_avg_last_10`,
      `t55`.`opponent_defensive_rating_avg_last_10`,
      `t55`.`opponent_points_avg_last_10`,
      `t55`.`opponent_wins_avg_last_10`,
      `t55`.`opponent_wins_avg_season`,
      `t55`.`opponent_points_allowed_avg_last_10`,
      `t55`.`opponent_rebounds_allowed_avg_last_10`,
      `t55`.`opponent_assists_allowed_avg_last_10`,
      `t55`.`opponent_threes_allowed_avg_last_10`,
      `t55`.`opponent_steals_allowed_avg_last_10`,
      `t55`.`opponent_blocks_allowed_avg_last_10`,
      `t55`.`opponent_turnovers_forced_avg_last_10`,
      `t31`.`form_game`,
      `t31`.`form_team`,
      `t31`.`opponent_paint_weakness`,
      `t31`.`opponent_mid_range_weakness`,
      `t31`.`opponent_corner_three_weakness`,
      `t31`.`opponent_above_break_three_weakness`
    FROM (
      SELECT
        `t53`.*
        EXCEPT (`form_game`, `form_team`)
      FROM (
        SELECT
          `t52`.`game_id`,
          `t52`.`game_date`,
          `t52`.`player_id`,
          `t52`.`player_name`,
          `t52`.`name_key`,
          `t52`.`team_id`,
          `t52`.`opponent_id`,
          `t52`.`season`,
          `t52`.`tip_at`,
          `t52`.`out`,
          `t52`.`morning_out`,
          `t52`.`days_since_played`,
          `t52`.`games_last_7_days`,
          `t52`.`games_last_14_days`,
          `t52`.`minutes_last_7_days`,
          `t52`.`minutes_last_14_days`,
          `t52`.`back_to_backs_last_14_days`,
          `t52`.`games_since_long_absence`,
          `t52`.`games_since_trade`,
          `t52`.`points_line`,
          `t52`.`points_opening_line`,
          `t52`.`points_line_move`,
          `t52`.`has_points_line`,
          `t52`.`teammates_out`,
          `t52`.`teammates_out_minutes`,
          `t52`.`teammates_out_points`,
          `t52`.`teammates_newly_out_minutes`,
          `t52`.`teammates_newly_out_points`,
          `t52`.`teammates_newly_out_usage`,
          `t52`.`teammates_back_minutes`,
          `t52`.`teammates_available_minutes`,
          `t52`.`teammates_available_usage_minutes`,
          `t52`.`teammates_newly_out_usage_minutes`,
          `t52`.`morning_teammates_out`,
          `t52`.`morning_teammates_out_minutes`,
          `t52`.`morning_teammates_out_points`,
          `t52`.`morning_teammates_newly_out_minutes`,
          `t52`.`morning_teammates_newly_out_points`,
          `t52`.`morning_teammates_newly_out_usage`,
          `t52`.`morning_teammates_back_minutes`,
          `t52`.`morning_teammates_available_minutes`,
          `t52`.`morning_teammates_available_usage_minutes`,
          `t52`.`morning_teammates_newly_out_usage_minutes`,
          `t52`.`games_last_3`,
          `t52`.`games_last_5`,
          `t52`.`games_last_10`,
          `t52`.`games_last_20`,
          `t52`.`games_season`,
          `t52`.`points_avg_last_3`,
          `t52`.`points_avg_last_5`,
          `t52`.`points_avg_last_10`,
          `t52`.`points_std_last_10`,
          `t52`.`points_avg_last_20`,
          `t52`.`points_avg_season`,
          `t52`.`points_std_season`,
          `t52`.`points_avg_recent`,
          `t52`.`points_slope_last_10`,
          `t52`.`rebounds_avg_last_3`,
          `t52`.`rebounds_avg_last_5`,
          `t52`.`rebounds_avg_last_10`,
          `t52`.`rebounds_std_last_10`,
          `t52`.`rebounds_avg_last_20`,
          `t52`.`rebounds_avg_season`,
          `t52`.`rebounds_std_season`,
          `t52`.`rebounds_avg_recent`,
          `t52`.`rebounds_slope_last_10`,
          `t52`.`assists_avg_last_3`,
          `t52`.`assists_avg_last_5`,
          `t52`.`assists_avg_last_10`,
          `t52`.`assists_std_last_10`,
          `t52`.`assists_avg_last_20`,
          `t52`.`assists_avg_season`,
          `t52`.`assists_std_season`,
          `t52`.`assists_avg_recent`,
          `t52`.`assists_slope_last_10`,
          `t52`.`threes_avg_last_3`,
          `t52`.`threes_avg_last_5`,
          `t52`.`threes_avg_last_10`,
          `t52`.`threes_std_last_10`,
          `t52`.`threes_avg_last_20`,
          `t52`.`threes_avg_season`,
          `t52`.`threes_std_season`,
          `t52`.`threes_avg_recent`,
          `t52`.`threes_slope_last_10`,
          `t52`.`steals_avg_last_10`,
          `t52`.`steals_std_last_10`,
          `t52`.`steals_avg_last_20`,
          `t52`.`steals_avg_season`,
          `t52`.`steals_std_season`,
          `t52`.`steals_avg_recent`,
          `t52`.`steals_slope_last_10`,
          `t52`.`blocks_avg_last_10`,
          `t52`.`blocks_std_last_10`,
          `t52`.`blocks_avg_last_20`,
          `t52`.`blocks_avg_season`,
          `t52`.`blocks_std_season`,
          `t52`.`blocks_avg_recent`,
          `t52`.`blocks_slope_last_10`,
          `t52`.`turnovers_avg_last_10`,
          `t52`.`turnovers_std_last_10`,
          `t52`.`turnovers_avg_last_20`,
          `t52`.`turnovers_avg_season`,
          `t52`.`turnovers_std_season`,
          `t52`.`turnovers_avg_recent`,
          `t52`.`turnovers_slope_last_10`,
          `t52`.`points_rebounds_assists_avg_last_5`,
          `t52`.`points_rebounds_assists_avg_last_10`,
          `t52`.`points_rebounds_assists_std_last_10`,
          `t52`.`points_rebounds_assists_avg_season`,
          `t52`.`points_rebounds_assists_std_season`,
          `t52`.`points_rebounds_avg_last_5`,
          `t52`.`points_rebounds_avg_last_10`,
          `t52`.`points_rebounds_std_last_10`,
          `t52`.`points_rebounds_avg_season`,
          `t52`.`points_rebounds_std_season`,
          `t52`.`points_assists_avg_last_5`,
          `t52`.`points_assists_avg_last_10`,
          `t52`.`points_assists_std_last_10`,
          `t52`.`points_assists_avg_season`,
          `t52`.`points_assists_std_season`,
          `t52`.`rebounds_assists_avg_last_5`,
          `t52`.`rebounds_assists_avg_last_10`,
          `t52`.`rebounds_assists_std_last_10`,
          `t52`.`rebounds_assists_avg_season`,
          `t52`.`rebounds_assists_std_season`,
          `t52`.`blocks_steals_avg_last_5`,
          `t52`.`blocks_steals_avg_last_10`,
          `t52`.`blocks_steals_std_last_10`,
          `t52`.`blocks_steals_avg_season`,
          `t52`.`blocks_steals_std_season`,
          `t52`.`minutes_avg_last_3`,
          `t52`.`minutes_avg_last_5`,
          `t52`.`minutes_avg_last_10`,
          `t52`.`minutes_std_last_10`,
          `t52`.`minutes_avg_last_20`,
          `t52`.`minutes_avg_season`,
          `t52`.`minutes_std_season`,
          `t52`.`minutes_avg_recent`,
          `t52`.`usage_rate_avg_last_3`,
          `t52`.`usage_rate_avg_last_5`,
          `t52`.`usage_rate_avg_last_10`,
          `t52`.`usage_rate_std_last_10`,
          `t52`.`usage_rate_avg_last_20`,
          `t52`.`usage_rate_avg_season`,
          `t52`.`usage_rate_std_season`,
          `t52`.`usage_rate_avg_recent`,
          `t52`.`true_shooting_share_avg_last_3`,
          `t52`.`true_shooting_share_avg_last_5`,
          `t52`.`true_shooting_share_avg_last_10`,
          `t52`.`true_shooting_share_avg_last_20`,
          `t52`.`true_shooting_share_avg_season`,
          `t52`.`starts_avg_last_5`,
          `t52`.`starts_avg_last_10`,
          `t52`.`starts_avg_last_20`,
          `t52`.`starts_avg_season`,
          `t52`.`field_goals_attempted_avg_last_5`,
          `t52`.`field_goals_attempted_avg_last_10`,
          `t52`.`field_goals_attempted_avg_last_20`,
          `t52`.`field_goals_attempted_avg_season`,
          `t52`.`field_goals_attempted_avg_recent`,
          `t52`.`field_goals_made_avg_last_5`,
          `t52`.`field_goals_made_avg_last_10`,
          `t52`.`field_goals_made_avg_last_20`,
          `t52`.`field_goals_made_avg_season`,
          `t52`.`field_goals_made_avg_recent`,
          `t52`.`threes_attempted_avg_last_5`,
          `t52`.`threes_attempted_avg_last_10`,
          `t52`.`threes_attempted_avg_last_20`,
          `t52`.`threes_attempted_avg_season`,
          `t52`.`threes_attempted_avg_recent`,
          `t52`.`free_throws_attempted_avg_last_5`,
          `t52`.`free_throws_attempted_avg_last_10`,
          `t52`.`free_throws_attempted_avg_last_20`,
          `t52`.`free_throws_attempted_avg_season`,
          `t52`.`free_throws_attempted_avg_recent`,
          `t52`.`free_throws_made_avg_last_5`,
          `t52`.`free_throws_made_avg_last_10`,
          `t52`.`free_throws_made_avg_last_20`,
          `t52`.`free_throws_made_avg_season`,
          `t52`.`free_throws_made_avg_recent`,
          `t52`.`paint_attempts_avg_last_10`,
          `t52`.`paint_makes_avg_last_10`,
          `t52`.`mid_range_attempts_avg_last_10`,
          `t52`.`mid_range_makes_avg_last_10`,
          `t52`.`corner_three_attempts_avg_last_10`,
          `t52`.`corner_three_makes_avg_last_10`,
          `t52`.`above_break_three_attempts_avg_last_10`,
          `t52`.`above_break_three_makes_avg_last_10`,
          `t52`.`paint_share_last_10`,
          `t52`.`mid_range_share_last_10`,
          `t52`.`corner_three_share_last_10`,
          `t52`.`above_break_three_share_last_10`,
          `t52`.`paint_field_goal_share_last_10`,
          `t52`.`mid_range_field_goal_share_last_10`,
          `t52`.`corner_three_field_goal_share_last_10`,
          `t52`.`above_break_three_field_goal_share_last_10`,
          `t52`.`three_share_last_10`,
          `t52`.`zone_attempts_last_10`,
          `t52`.`assisted_share_last_10`,
          `t52`.`paint_share_last_20`,
          `t52`.`mid_range_share_last_20`,
          `t52`.`corner_three_share_last_20`,
          `t52`.`above_break_three_share_last_20`,
          `t52`.`paint_field_goal_share_last_20`,
          `t52`.`mid_range_field_goal_share_last_20`,
          `t52`.`corner_three_field_goal_share_last_20`,
          `t52`.`above_break_three_field_goal_share_last_20`,
          `t52`.`three_share_last_20`,
          `t52`.`zone_attempts_last_20`,
          `t52`.`assisted_share_last_20`,
          `t52`.`zone_reason`,
          `t52`.`age_years`,
          `t52`.`fatigue_score`,
          `t52`.`fatigue_adjustment`,
          `t52`.`shot_zone_mismatch_score`,
          `t52`.`pace_score`,
          `t52`.`usage_spike_score`,
          `t52`.`travel_score`,
          `t52`.`opponent_strength_score`,
          `t52`.`games_vs_opponent`,
          `t52`.`points_avg_vs_opponent`,
          `t52`.`rebounds_avg_vs_opponent`,
          `t52`.`assists_avg_vs_opponent`,
          `t52`.`threes_avg_vs_opponent`,
          `t52`.`steals_avg_vs_opponent`,
          `t52`.`blocks_avg_vs_opponent`,
          `t52`.`turnovers_avg_vs_opponent`,
          `t52`.`points_rebounds_assists_avg_vs_opponent`,
          `t52`.`points_rebounds_avg_vs_opponent`,
          `t52`.`points_assists_avg_vs_opponent`,
          `t52`.`rebounds_assists_avg_vs_opponent`,
          `t52`.`blocks_steals_avg_vs_opponent`,
          `t52`.`injury_risk`,
          `t52`.`recent_trend`,
          `t52`.`minutes_change`,
          `t52`.`free_throw_points_share`,
          `t52`.`points_per_minute`,
          `t52`.`points_zscore`,
          `t52`.`breakout_flag`,
          `t52`.`breakout_rate_last_20`,
          `t52`.`breakout_risk_score`,
          `t52`.`composite_breakout_signal`,
          `t52`.`dnp_rate`,
          `t52`.`games_without_clock`,
          `t52`.`team_games_missing`,
          `t52`.`completeness_last_3`,
          `t52`.`completeness_last_5`,
          `t52`.`completeness_last_10`,
          `t52`.`completeness_last_20`,
          `t52`.`starting`,
          `t52`.`starting_minutes_avg_last_10`,
          `t52`.`starting_points_avg_last_10`,
          `t52`.`off_bench_minutes_avg_last_10`,
          `t52`.`off_bench_points_avg_last_10`,
          `t52`.`role_minutes`,
          `t52`.`role_points`,
          `t52`.`minutes_rank`,
          `t52`.`teammates_available_points`,
          `t52`.`teammates_starting_minutes`,
          `t52`.`usual_starters_missing_minutes`,
          `t52`.`similar_games`,
          `t52`.`points_avg_similar`,
          `t52`.`rebounds_avg_similar`,
          `t52`.`assists_avg_similar`,
          `t52`.`threes_avg_similar`,
          `t52`.`steals_avg_similar`,
          `t52`.`blocks_avg_similar`,
          `t52`.`turnovers_avg_similar`,
          `t52`.`rate_points`,
          `t52`.`rate_rebounds`,
          `t52`.`rate_offensive_rebounds`,
          `t52`.`rate_assists`,
          `t52`.`rate_threes_made`,
          `t52`.`rate_threes_attempted`,
          `t52`.`rate_field_goals_attempted`,
          `t52`.`rate_free_throws_attempted`,
          `t52`.`rate_steals`,
          `t52`.`rate_blocks`,
          `t52`.`rate_personal_fouls`,
          `t52`.`rate_possessions_used`,
          `t52`.`recent_rate_points`,
          `t52`.`recent_rate_rebounds`,
          `t52`.`recent_rate_assists`,
          `t52`.`recent_rate_threes_made`,
          `t52`.`recent_rate_threes_attempted`,
          `t52`.`recent_rate_possessions_used`,
          `t52`.`projected_rate_points`,
          `t52`.`projected_rate_rebounds`,
          `t52`.`projected_rate_offensive_rebounds`,
          `t52`.`projected_rate_assists`,
          `t52`.`projected_rate_threes_made`,
          `t52`.`projected_rate_threes_attempted`,
          `t52`.`projected_rate_field_goals_attempted`,
          `t52`.`projected_rate_free_throws_attempted`,
          `t52`.`projected_rate_steals`,
          `t52`.`projected_rate_blocks`,
          `t52`.`projected_rate_personal_fouls`,
          `t52`.`projected_rate_possessions_used`,
          `t52`.`expected_points_last_3`,
          `t52`.`expected_points_last_8`,
          `t52`.`expected_points_last_25`,
          `t52`.`expected_points`,
          `t52`.`expected_threes_last_8`,
          `t52`.`expected_threes_last_25`,
          `t52`.`expected_threes`,
          `t52`.`shooting_luck_last_8`,
          `t52`.`three_share_made`,
          `t52`.`decayed_minutes`,
          `t52`.`start_share`,
          `t52`.`play_share`,
          `t52`.`appear_share`,
          `t52`.`starter_minutes_fast`,
          `t52`.`starter_minutes_slow`,
          `t52`.`bench_minutes_fast`,
          `t52`.`bench_minutes_slow`,
          `t52`.`home`,
          `t52`.`is_playoff`,
          `t52`.`is_back_to_back`,
          `t52`.`days_rest`,
          `t52`.`opponent_days_rest`,
          `t52`.`rest_advantage`,
          `t52`.`consecutive_road_games`,
          `t52`.`travel_kilometers`,
          `t52`.`time_zones_crossed`,
          `t52`.`spread`,
          `t52`.`spread_move`,
          `t52`.`total`,
          `t52`.`total_move`,
          `t52`.`implied_team_total`,
          `t52`.`team_games_last_7_days`,
          `t52`.`team_back_to_backs_last_14_days`,
          `t52`.`team_pace_avg_last_10`,
          `t52`.`team_offensive_rating_avg_last_10`,
          `t52`.`team_defensive_rating_avg_last_10`,
          `t52`.`team_points_avg_last_10`,
          `t52`.`team_wins_avg_last_10`,
          `t52`.`team_wins_avg_season`,
          `t52`.`team_points_allowed_avg_last_10`,
          `t52`.`team_rebounds_allowed_avg_last_10`,
          `t52`.`team_assists_allowed_avg_last_10`,
          `t52`.`team_threes_allowed_avg_last_10`,
          `t52`.`team_steals_allowed_avg_last_10`,
          `t52`.`team_blocks_allowed_avg_last_10`,
          `t52`.`team_turnovers_forced_avg_last_10`,
          `t32`.`form_game`,
          `t32`.`form_team`,
          `t32`.`opponent_pace_avg_last_10`,
          `t32`.`opponent_offensive_rating_avg_last_10`,
          `t32`.`opponent_defensive_rating_avg_last_10`,
          `t32`.`opponent_points_avg_last_10`,
          `t32`.`opponent_wins_avg_last_10`,
          `t32`.`opponent_wins_avg_season`,
          `t32`.`opponent_points_allowed_avg_last_10`,
          `t32`.`opponent_rebounds_allowed_avg_last_10`,
          `t32`.`opponent_assists_allowed_avg_last_10`,
          `t32`.`opponent_threes_allowed_avg_last_10`,
          `t32`.`opponent_steals_allowed_avg_last_10`,
          `t32`.`opponent_blocks_allowed_avg_last_10`,
          `t32`.`opponent_turnovers_forced_avg_last_10`
        FROM (
          SELECT
            `t50`.*
            EXCEPT (`form_game`, `form_team`)
          FROM (
            SELECT
              `t49`.`game_id`,
              `t49`.`game_date`,
              `t49`.`player_id`,
              `t49`.`player_name`,
              `t49`.`name_key`,
              `t49`.`team_id`,
              `t49`.`opponent_id`,
              `t49`.`season`,
              `t49`.`tip_at`,
              `t49`.`out`,
              `t49`.`morning_out`,
              `t49`.`days_since_played`,
              `t49`.`games_last_7_days`,
              `t49`.`games_last_14_days`,
              `t49`.`minutes_last_7_days`,
              `t49`.`minutes_last_14_days`,
              `t49`.`back_to_backs_last_14_days`,
              `t49`.`games_since_long_absence`,
              `t49`.`games_since_trade`,
              `t49`.`points_line`,
              `t49`.`points_opening_line`,
              `t49`.`points_line_move`,
              `t49`.`has_points_line`,
              `t49`.`teammates_out`,
              `t49`.`teammates_out_minutes`,
              `t49`.`teammates_out_points`,
              `t49`.`teammates_newly_out_minutes`,
              `t49`.`teammates_newly_out_points`,
              `t49`.`teammates_newly_out_usage`,
              `t49`.`teammates_back_minutes`,
              `t49`.`teammates_available_minutes`,
              `t49`.`teammates_available_usage_minutes`,
              `t49`.`teammates_newly_out_usage_minutes`,
              `t49`.`morning_teammates_out`,
              `t49`.`morning_teammates_out_minutes`,
              `t49`.`morning_teammates_out_points`,
              `t49`.`morning_teammates_newly_out_minutes`,
              `t49`.`morning_teammates_newly_out_points`,
              `t49`.`morning_teammates_newly_out_usage`,
              `t49`.`morning_teammates_back_minutes`,
              `t49`.`morning_teammates_available_minutes`,
              `t49`.`morning_teammates_available_usage_minutes`,
              `t49`.`morning_teammates_newly_out_usage_minutes`,
              `t49`.`games_last_3`,
              `t49`.`games_last_5`,
              `t49`.`games_last_10`,
              `t49`.`games_last_20`,
              `t49`.`games_season`,
              `t49`.`points_avg_last_3`,
              `t49`.`points_avg_last_5`,
              `t49`.`points_avg_last_10`,
              `t49`.`points_std_last_10`,
              `t49`.`points_avg_last_20`,
              `t49`.`points_avg_season`,
              `t49`.`points_std_season`,
              `t49`.`points_avg_recent`,
              `t49`.`points_slope_last_10`,
              `t49`.`rebounds_avg_last_3`,
              `t49`.`rebounds_avg_last_5`,
              `t49`.`rebounds_avg_last_10`,
              `t49`.`rebounds_std_last_10`,
              `t49`.`rebounds_avg_last_20`,
              `t49`.`rebounds_avg_season`,
              `t49`.`rebounds_std_season`,
              `t49`.`rebounds_avg_recent`,
              `t49`.`rebounds_slope_last_10`,
              `t49`.`assists_avg_last_3`,
              `t49`.`assists_avg_last_5`,
              `t49`.`assists_avg_last_10`,
              `t49`.`assists_std_last_10`,
              `t49`.`assists_avg_last_20`,
              `t49`.`assists_avg_season`,
              `t49`.`assists_std_season`,
              `t49`.`assists_avg_recent`,
              `t49`.`assists_slope_last_10`,
              `t49`.`threes_avg_last_3`,
              `t49`.`threes_avg_last_5`,
              `t49`.`threes_avg_last_10`,
              `t49`.`threes_std_last_10`,
              `t49`.`threes_avg_last_20`,
              `t49`.`threes_avg_season`,
              `t49`.`threes_std_season`,
              `t49`.`threes_avg_recent`,
              `t49`.`threes_slope_last_10`,
              `t49`.`steals_avg_last_10`,
              `t49`.`steals_std_last_10`,
              `t49`.`steals_avg_last_20`,
              `t49`.`steals_avg_season`,
              `t49`.`steals_std_season`,
              `t49`.`steals_avg_recent`,
              `t49`.`steals_slope_last_10`,
              `t49`.`blocks_avg_last_10`,
              `t49`.`blocks_std_last_10`,
              `t49`.`blocks_avg_last_20`,
              `t49`.`blocks_avg_season`,
              `t49`.`blocks_std_season`,
              `t49`.`blocks_avg_recent`,
              `t49`.`blocks_slope_last_10`,
              `t49`.`turnovers_avg_last_10`,
              `t49`.`turnovers_std_last_10`,
              `t49`.`turnovers_avg_last_20`,
              `t49`.`turnovers_avg_season`,
              `t49`.`turnovers_std_season`,
              `t49`.`turnovers_avg_recent`,
              `t49`.`turnovers_slope_last_10`,
              `t49`.`points_rebounds_assists_avg_last_5`,
              `t49`.`points_rebounds_assists_avg_last_10`,
              `t49`.`points_rebounds_assists_std_last_10`,
              `t49`.`points_rebounds_assists_avg_season`,
              `t49`.`points_rebounds_assists_std_season`,
              `t49`.`points_rebounds_avg_last_5`,
              `t49`.`points_rebounds_avg_last_10`,
              `t49`.`points_rebounds_std_last_10`,
              `t49`.`points_rebounds_avg_season`,
              `t49`.`points_rebounds_std_season`,
              `t49`.`points_assists_avg_last_5`,
              `t49`.`points_assists_avg_last_10`,
              `t49`.`points_assists_std_last_10`,
              `t49`.`points_assists_avg_season`,
              `t49`.`points_assists_std_season`,
              `t49`.`rebounds_assists_avg_last_5`,
              `t49`.`rebounds_assists_avg_last_10`,
              `t49`.`rebounds_assists_std_last_10`,
              `t49`.`rebounds_assists_avg_season`,
              `t49`.`rebounds_assists_std_season`,
              `t49`.`blocks_steals_avg_last_5`,
              `t49`.`blocks_steals_avg_last_10`,
              `t49`.`blocks_steals_std_last_10`,
              `t49`.`blocks_steals_avg_season`,
              `t49`.`blocks_steals_std_season`,
              `t49`.`minutes_avg_last_3`,
              `t49`.`minutes_avg_last_5`,
              `t49`.`minutes_avg_last_10`,
              `t49`.`minutes_std_last_10`,
              `t49`.`minutes_avg_last_20`,
              `t49`.`minutes_avg_season`,
              `t49`.`minutes_std_season`,
              `t49`.`minutes_avg_recent`,
              `t49`.`usage_rate_avg_last_3`,
              `t49`.`usage_rate_avg_last_5`,
              `t49`.`usage_rate_avg_last_10`,
              `t49`.`usage_rate_std_last_10`,
              `t49`.`usage_rate_avg_last_20`,
              `t49`.`usage_rate_avg_season`,
              `t49`.`usage_rate_std_season`,
              `t49`.`usage_rate_avg_recent`,
              `t49`.`true_shooting_share_avg_last_3`,
              `t49`.`true_shooting_share_avg_last_5`,
              `t49`.`true_shooting_share_avg_last_10`,
              `t49`.`true_shooting_share_avg_last_20`,
              `t49`.`true_shooting_share_avg_season`,
              `t49`.`starts_avg_last_5`,
              `t49`.`starts_avg_last_10`,
              `t49`.`starts_avg_last_20`,
              `t49`.`starts_avg_season`,
              `t49`.`field_goals_attempted_avg_last_5`,
              `t49`.`field_goals_attempted_avg_last_10`,
              `t49`.`field_goals_attempted_avg_last_20`,
              `t49`.`field_goals_attempted_avg_season`,
              `t49`.`field_goals_attempted_avg_recent`,
              `t49`.`field_goals_made_avg_last_5`,
              `t49`.`field_goals_made_avg_last_10`,
              `t49`.`field_goals_made_avg_last_20`,
              `t49`.`field_goals_made_avg_season`,
              `t49`.`field_goals_made_avg_recent`,
              `t49`.`threes_attempted_avg_last_5`,
              `t49`.`threes_attempted_avg_last_10`,
              `t49`.`threes_attempted_avg_last_20`,
              `t49`.`threes_attempted_avg_season`,
              `t49`.`threes_attempted_avg_recent`,
              `t49`.`free_throws_attempted_avg_last_5`,
              `t49`.`free_throws_attempted_avg_last_10`,
              `t49`.`free_throws_attempted_avg_last_20`,
              `t49`.`free_throws_attempted_avg_season`,
              `t49`.`free_throws_attempted_avg_recent`,
              `t49`.`free_throws_made_avg_last_5`,
              `t49`.`free_throws_made_avg_last_10`,
              `t49`.`free_throws_made_avg_last_20`,
              `t49`.`free_throws_made_avg_season`,
              `t49`.`free_throws_made_avg_recent`,
              `t49`.`paint_attempts_avg_last_10`,
              `t49`.`paint_makes_avg_last_10`,
              `t49`.`mid_range_attempts_avg_last_10`,
              `t49`.`mid_range_makes_avg_last_10`,
              `t49`.`corner_three_attempts_avg_last_10`,
              `t49`.`corner_three_makes_avg_last_10`,
              `t49`.`above_break_three_attempts_avg_last_10`,
              `t49`.`above_break_three_makes_avg_last_10`,
              `t49`.`paint_share_last_10`,
              `t49`.`mid_range_share_last_10`,
              `t49`.`corner_three_share_last_10`,
              `t49`.`above_break_three_share_last_10`,
              `t49`.`paint_field_goal_share_last_10`,
              `t49`.`mid_range_field_goal_share_last_10`,
              `t49`.`corner_three_field_goal_share_last_10`,
              `t49`.`above_break_three_field_goal_share_last_10`,
              `t49`.`three_share_last_10`,
              `t49`.`zone_attempts_last_10`,
              `t49`.`assisted_share_last_10`,
              `t49`.`paint_share_last_20`,
              `t49`.`mid_range_share_last_20`,
              `t49`.`corner_three_share_last_20`,
              `t49`.`above_break_three_share_last_20`,
              `t49`.`paint_field_goal_share_last_20`,
              `t49`.`mid_range_field_goal_share_last_20`,
              `t49`.`corner_three_field_goal_share_last_20`,
              `t49`.`above_break_three_field_goal_share_last_20`,
              `t49`.`three_share_last_20`,
              `t49`.`zone_attempts_last_20`,
              `t49`.`assisted_share_last_20`,
              `t49`.`zone_reason`,
              `t49`.`age_years`,
              `t49`.`fatigue_score`,
              `t49`.`fatigue_adjustment`,
              `t49`.`shot_zone_mismatch_score`,
              `t49`.`pace_score`,
              `t49`.`usage_spike_score`,
              `t49`.`travel_score`,
              `t49`.`opponent_strength_score`,
              `t49`.`games_vs_opponent`,
              `t49`.`points_avg_vs_opponent`,
              `t49`.`rebounds_avg_vs_opponent`,
              `t49`.`assists_avg_vs_opponent`,
              `t49`.`threes_avg_vs_opponent`,
              `t49`.`steals_avg_vs_opponent`,
              `t49`.`blocks_avg_vs_opponent`,
              `t49`.`turnovers_avg_vs_opponent`,
              `t49`.`points_rebounds_assists_avg_vs_opponent`,
              `t49`.`points_rebounds_avg_vs_opponent`,
              `t49`.`points_assists_avg_vs_opponent`,
              `t49`.`rebounds_assists_avg_vs_opponent`,
              `t49`.`blocks_steals_avg_vs_opponent`,
              `t49`.`injury_risk`,
              `t49`.`recent_trend`,
              `t49`.`minutes_change`,
              `t49`.`free_throw_points_share`,
              `t49`.`points_per_minute`,
              `t49`.`points_zscore`,
              `t49`.`breakout_flag`,
              `t49`.`breakout_rate_last_20`,
              `t49`.`breakout_risk_score`,
              `t49`.`composite_breakout_signal`,
              `t49`.`dnp_rate`,
              `t49`.`games_without_clock`,
              `t49`.`team_games_missing`,
              `t49`.`completeness_last_3`,
              `t49`.`completeness_last_5`,
              `t49`.`completeness_last_10`,
              `t49`.`completeness_last_20`,
              `t49`.`starting`,
              `t49`.`starting_minutes_avg_last_10`,
              `t49`.`starting_points_avg_last_10`,
              `t49`.`off_bench_minutes_avg_last_10`,
              `t49`.`off_bench_points_avg_last_10`,
              `t49`.`role_minutes`,
              `t49`.`role_points`,
              `t49`.`minutes_rank`,
              `t49`.`teammates_available_points`,
              `t49`.`teammates_starting_minutes`,
              `t49`.`usual_starters_missing_minutes`,
              `t49`.`similar_games`,
              `t49`.`points_avg_similar`,
              `t49`.`rebounds_avg_similar`,
              `t49`.`assists_avg_similar`,
              `t49`.`threes_avg_similar`,
              `t49`.`steals_avg_similar`,
              `t49`.`blocks_avg_similar`,
              `t49`.`turnovers_avg_similar`,
              `t49`.`rate_points`,
              `t49`.`rate_rebounds`,
              `t49`.`rate_offensive_rebounds`,
              `t49`.`rate_assists`,
              `t49`.`rate_threes_made`,
              `t49`.`rate_threes_attempted`,
              `t49`.`rate_field_goals_attempted`,
              `t49`.`rate_free_throws_attempted`,
              `t49`.`rate_steals`,
              `t49`.`rate_blocks`,
              `t49`.`rate_personal_fouls`,
              `t49`.`rate_possessions_used`,
              `t49`.`recent_rate_points`,
              `t49`.`recent_rate_rebounds`,
              `t49`.`recent_rate_assists`,
              `t49`.`recent_rate_threes_made`,
              `t49`.`recent_rate_threes_attempted`,
              `t49`.`recent_rate_possessions_used`,
              `t49`.`projected_rate_points`,
              `t49`.`projected_rate_rebounds`,
              `t49`.`projected_rate_offensive_rebounds`,
              `t49`.`projected_rate_assists`,
              `t49`.`projected_rate_threes_made`,
              `t49`.`projected_rate_threes_attempted`,
              `t49`.`projected_rate_field_goals_attempted`,
              `t49`.`projected_rate_free_throws_attempted`,
              `t49`.`projected_rate_steals`,
              `t49`.`projected_rate_blocks`,
              `t49`.`projected_rate_personal_fouls`,
              `t49`.`projected_rate_possessions_used`,
              `t49`.`expected_points_last_3`,
              `t49`.`expected_points_last_8`,
              `t49`.`expected_points_last_25`,
              `t49`.`expected_points`,
              `t49`.`expected_threes_last_8`,
              `t49`.`expected_threes_last_25`,
              `t49`.`expected_threes`,
              `t49`.`shooting_luck_last_8`,
              `t49`.`three_share_made`,
              `t49`.`decayed_minutes`,
              `t49`.`start_share`,
              `t49`.`play_share`,
              `t49`.`appear_share`,
              `t49`.`starter_minutes_fast`,
              `t49`.`starter_minutes_slow`,
              `t49`.`bench_minutes_fast`,
              `t49`.`bench_minutes_slow`,
              `t49`.`home`,
              `t49`.`is_playoff`,
              `t49`.`is_back_to_back`,
              `t49`.`days_rest`,
              `t49`.`opponent_days_rest`,
              `t49`.`rest_advantage`,
              `t49`.`consecutive_road_games`,
              `t49`.`travel_kilometers`,
              `t49`.`time_zones_crossed`,
              `t49`.`spread`,
              `t49`.`spread_move`,
              `t49`.`total`,
              `t49`.`total_move`,
              `t49`.`implied_team_total`,
              `t49`.`team_games_last_7_days`,
              `t49`.`team_back_to_backs_last_14_days`,
              `t33`.`form_game`,
              `t33`.`form_team`,
              `t33`.`team_pace_avg_last_10`,
              `t33`.`team_offensive_rating_avg_last_10`,
              `t33`.`team_defensive_rating_avg_last_10`,
              `t33`.`team_points_avg_last_10`,
              `t33`.`team_wins_avg_last_10`,
              `t33`.`team_wins_avg_season`,
              `t33`.`team_points_allowed_avg_last_10`,
              `t33`.`team_rebounds_allowed_avg_last_10`,
              `t33`.`team_assists_allowed_avg_last_10`,
              `t33`.`team_threes_allowed_avg_last_10`,
              `t33`.`team_steals_allowed_avg_last_10`,
              `t33`.`team_blocks_allowed_avg_last_10`,
              `t33`.`team_turnovers_forced_avg_last_10`
            FROM (
              SELECT
                `t47`.*
                EXCEPT (`form_game`, `form_team`)
              FROM (
                SELECT
                  `t34`.`game_id`,
                  `t34`.`game_date`,
                  `t34`.`player_id`,
                  `t34`.`player_name`,
                  `t34`.`name_key`,
                  `t34`.`team_id`,
                  `t34`.`opponent_id`,
                  `t34`.`season`,
                  `t34`.`tip_at`,
                  `t34`.`out`,
                  `t34`.`morning_out`,
                  `t35`.`days_since_played`,
                  `t35`.`games_last_7_days`,
                  `t35`.`games_last_14_days`,
                  `t35`.`minutes_last_7_days`,
                  `t35`.`minutes_last_14_days`,
                  `t35`.`back_to_backs_last_14_days`,
                  `t35`.`games_since_long_absence`,
                  `t35`.`games_since_trade`,
                  `t35`.`points_line`,
                  `t35`.`points_opening_line`,
                  `t35`.`points_line_move`,
                  `t35`.`has_points_line`,
                  `t35`.`teammates_out`,
                  `t35`.`teammates_out_minutes`,
                  `t35`.`teammates_out_points`,
                  `t35`.`teammates_newly_out_minutes`,
                  `t35`.`teammates_newly_out_points`,
                  `t35`.`teammates_newly_out_usage`,
                  `t35`.`teammates_back_minutes`,
                  `t35`.`teammates_available_minutes`,
                  `t35`.`teammates_available_usage_minutes`,
                  `t35`.`teammates_newly_out_usage_minutes`,
                  `t35`.`morning_teammates_out`,
                  `t35`.`morning_teammates_out_minutes`,
                  `t35`.`morning_teammates_out_points`,
                  `t35`.`morning_teammates_newly_out_minutes`,
                  `t35`.`morning_teammates_newly_out_points`,
                  `t35`.`morning_teammates_newly_out_usage`,
                  `t35`.`morning_teammates_back_minutes`,
                  `t35`.`morning_teammates_available_minutes`,
                  `t35`.`morning_teammates_available_usage_minutes`,
                  `t35`.`morning_teammates_newly_out_usage_minutes`,
                  `t36`.`games_last_3`,
                  `t36`.`games_last_5`,
                  `t36`.`games_last_10`,
                  `t36`.`games_last_20`,
                  `t36`.`games_season`,
                  `t36`.`points_avg_last_3`,
                  `t36`.`points_avg_last_5`,
                  `t36`.`points_avg_last_10`,
                  `t36`.`points_std_last_10`,
                  `t36`.`points_avg_last_20`,
                  `t36`.`points_avg_season`,
                  `t36`.`points_std_season`,
                  `t36`.`points_avg_recent`,
                  `t36`.`points_slope_last_10`,
                  `t36`.`rebounds_avg_last_3`,
                  `t36`.`rebounds_avg_last_5`,
                  `t36`.`rebounds_avg_last_10`,
                  `t36`.`rebounds_std_last_10`,
                  `t36`.`rebounds_avg_last_20`,
                  `t36`.`rebounds_avg_season`,
                  `t36`.`rebounds_std_season`,
                  `t36`.`rebounds_avg_recent`,
                  `t36`.`rebounds_slope_last_10`,
                  `t36`.`assists_avg_last_3`,
                  `t36`.`assists_avg_last_5`,
                  `t36`.`assists_avg_last_10`,
                  `t36`.`assists_std_last_10`,
                  `t36`.`assists_avg_last_20`,
                  `t36`.`assists_avg_season`,
                  `t36`.`assists_std_season`,
                  `t36`.`assists_avg_recent`,
                  `t36`.`assists_slope_last_10`,
                  `t36`.`threes_avg_last_3`,
                  `t36`.`threes_avg_last_5`,
                  `t36`.`threes_avg_last_10`,
                  `t36`.`threes_std_last_10`,
                  `t36`.`threes_avg_last_20`,
                  `t36`.`threes_avg_season`,
                  `t36`.`threes_std_season`,
                  `t36`.`threes_avg_recent`,
                  `t36`.`threes_slope_last_10`,
                  `t36`.`steals_avg_last_10`,
                  `t36`.`steals_std_last_10`,
                  `t36`.`steals_avg_last_20`,
                  `t36`.`steals_avg_season`,
                  `t36`.`steals_std_season`,
                  `t36`.`steals_avg_recent`,
                  `t36`.`steals_slope_last_10`,
                  `t36`.`blocks_avg_last_10`,
                  `t36`.`blocks_std_last_10`,
                  `t36`.`blocks_avg_last_20`,
                  `t36`.`blocks_avg_season`,
                  `t36`.`blocks_std_season`,
                  `t36`.`blocks_avg_recent`,
                  `t36`.`blocks_slope_last_10`,
                  `t36`.`turnovers_avg_last_10`,
                  `t36`.`turnovers_std_last_10`,
                  `t36`.`turnovers_avg_last_20`,
                  `t36`.`turnovers_avg_season`,
                  `t36`.`turnovers_std_season`,
                  `t36`.`turnovers_avg_recent`,
                  `t36`.`turnovers_slope_last_10`,
                  `t36`.`points_rebounds_assists_avg_last_5`,
                  `t36`.`points_rebounds_assists_avg_last_10`,
                  `t36`.`points_rebounds_assists_std_last_10`,
                  `t36`.`points_rebounds_assists_avg_season`,
                  `t36`.`points_rebounds_assists_std_season`,
                  `t36`.`points_rebounds_avg_last_5`,
                  `t36`.`points_rebounds_avg_last_10`,
                  `t36`.`points_rebounds_std_last_10`,
                  `t36`.`points_rebounds_avg_season`,
                  `t36`.`points_rebounds_std_season`,
                  `t36`.`points_assists_avg_last_5`,
                  `t36`.`points_assists_avg_last_10`,
                  `t36`.`points_assists_std_last_10`,
                  `t36`.`points_assists_avg_season`,
                  `t36`.`points_assists_std_season`,
                  `t36`.`rebounds_assists_avg_last_5`,
                  `t36`.`rebounds_assists_avg_last_10`,
                  `t36`.`rebounds_assists_std_last_10`,
                  `t36`.`rebounds_assists_avg_season`,
                  `t36`.`rebounds_assists_std_season`,
                  `t36`.`blocks_steals_avg_last_5`,
                  `t36`.`blocks_steals_avg_last_10`,
                  `t36`.`blocks_steals_std_last_10`,
                  `t36`.`blocks_steals_avg_season`,
                  `t36`.`blocks_steals_std_season`,
                  `t36`.`minutes_avg_last_3`,
                  `t36`.`minutes_avg_last_5`,
                  `t36`.`minutes_avg_last_10`,
                  `t36`.`minutes_std_last_10`,
                  `t36`.`minutes_avg_last_20`,
                  `t36`.`minutes_avg_season`,
                  `t36`.`minutes_std_season`,
                  `t36`.`minutes_avg_recent`,
                  `t36`.`usage_rate_avg_last_3`,
                  `t36`.`usage_rate_avg_last_5`,
                  `t36`.`usage_rate_avg_last_10`,
                  `t36`.`usage_rate_std_last_10`,
                  `t36`.`usage_rate_avg_last_20`,
                  `t36`.`usage_rate_avg_season`,
                  `t36`.`usage_rate_std_season`,
                  `t36`.`usage_rate_avg_recent`,
                  `t36`.`true_shooting_share_avg_last_3`,
                  `t36`.`true_shooting_share_avg_last_5`,
                  `t36`.`true_shooting_share_avg_last_10`,
                  `t36`.`true_shooting_share_avg_last_20`,
                  `t36`.`true_shooting_share_avg_season`,
                  `t36`.`starts_avg_last_5`,
                  `t36`.`starts_avg_last_10`,
                  `t36`.`starts_avg_last_20`,
                  `t36`.`starts_avg_season`,
                  `t36`.`field_goals_attempted_avg_last_5`,
                  `t36`.`field_goals_attempted_avg_last_10`,
                  `t36`.`field_goals_attempted_avg_last_20`,
                  `t36`.`field_goals_attempted_avg_season`,
                  `t36`.`field_goals_attempted_avg_recent`,
                  `t36`.`field_goals_made_avg_last_5`,
                  `t36`.`field_goals_made_avg_last_10`,
                  `t36`.`field_goals_made_avg_last_20`,
                  `t36`.`field_goals_made_avg_season`,
                  `t36`.`field_goals_made_avg_recent`,
                  `t36`.`threes_attempted_avg_last_5`,
                  `t36`.`threes_attempted_avg_last_10`,
                  `t36`.`threes_attempted_avg_last_20`,
                  `t36`.`threes_attempted_avg_season`,
                  `t36`.`threes_attempted_avg_recent`,
                  `t36`.`free_throws_attempted_avg_last_5`,
                  `t36`.`free_throws_attempted_avg_last_10`,
                  `t36`.`free_throws_attempted_avg_last_20`,
                  `t36`.`free_throws_attempted_avg_season`,
                  `t36`.`free_throws_attempted_avg_recent`,
                  `t36`.`free_throws_made_avg_last_5`,
                  `t36`.`free_throws_made_avg_last_10`,
                  `t36`.`free_throws_made_avg_last_20`,
                  `t36`.`free_throws_made_avg_season`,
                  `t36`.`free_throws_made_avg_recent`,
                  `t37`.`paint_attempts_avg_last_10`,
                  `t37`.`paint_makes_avg_last_10`,
                  `t37`.`mid_range_attempts_avg_last_10`,
                  `t37`.`mid_range_makes_avg_last_10`,
                  `t37`.`corner_three_attempts_avg_last_10`,
                  `t37`.`corner_three_makes_avg_last_10`,
                  `t37`.`above_break_three_attempts_avg_last_10`,
                  `t37`.`above_break_three_makes_avg_last_10`,
                  `t37`.`paint_share_last_10`,
                  `t37`.`mid_range_share_last_10`,
                  `t37`.`corner_three_share_last_10`,
                  `t37`.`above_break_three_share_last_10`,
                  `t37`.`paint_field_goal_share_last_10`,
                  `t37`.`mid_range_field_goal_share_last_10`,
                  `t37`.`corner_three_field_goal_share_last_10`,
                  `t37`.`above_break_three_field_goal_share_last_10`,
                  `t37`.`three_share_last_10`,
                  `t37`.`zone_attempts_last_10`,
                  `t37`.`assisted_share_last_10`,
                  `t37`.`paint_share_last_20`,
                  `t37`.`mid_range_share_last_20`,
                  `t37`.`corner_three_share_last_20`,
                  `t37`.`above_break_three_share_last_20`,
                  `t37`.`paint_field_goal_share_last_20`,
                  `t37`.`mid_range_field_goal_share_last_20`,
                  `t37`.`corner_three_field_goal_share_last_20`,
                  `t37`.`above_break_three_field_goal_share_last_20`,
                  `t37`.`three_share_last_20`,
                  `t37`.`zone_attempts_last_20`,
                  `t37`.`assisted_share_last_20`,
                  `t37`.`zone_reason`,
                  `t38`.`age_years`,
                  `t38`.`fatigue_score`,
                  `t38`.`fatigue_adjustment`,
                  `t38`.`shot_zone_mismatch_score`,
                  `t38`.`pace_score`,
                  `t38`.`usage_spike_score`,
                  `t38`.`travel_score`,
                  `t38`.`opponent_strength_score`,
                  `t39`.`games_vs_opponent`,
                  `t39`.`points_avg_vs_opponent`,
                  `t39`.`rebounds_avg_vs_opponent`,
                  `t39`.`assists_avg_vs_opponent`,
                  `t39`.`threes_avg_vs_opponent`,
                  `t39`.`steals_avg_vs_opponent`,
                  `t39`.`blocks_avg_vs_opponent`,
                  `t39`.`turnovers_avg_vs_opponent`,
                  `t39`.`points_rebounds_assists_avg_vs_opponent`,
                  `t39`.`points_rebounds_avg_vs_opponent`,
                  `t39`.`points_assists_avg_vs_opponent`,
                  `t39`.`rebounds_assists_avg_vs_opponent`,
                  `t39`.`blocks_steals_avg_vs_opponent`,
                  `t40`.`injury_risk`,
                  `t40`.`recent_trend`,
                  `t40`.`minutes_change`,
                  `t40`.`free_throw_points_share`,
                  `t40`.`points_per_minute`,
                  `t40`.`points_zscore`,
                  `t40`.`breakout_flag`,
                  `t40`.`breakout_rate_last_20`,
                  `t40`.`breakout_risk_score`,
                  `t40`.`composite_breakout_signal`,
                  `t41`.`dnp_rate`,
                  `t41`.`games_without_clock`,
                  `t41`.`team_games_missing`,
                  `t41`.`completeness_last_3`,
                  `t41`.`completeness_last_5`,
                  `t41`.`completeness_last_10`,
                  `t41`.`completeness_last_20`,
                  `t42`.`starting`,
                  `t42`.`starting_minutes_avg_last_10`,
                  `t42`.`starting_points_avg_last_10`,
                  `t42`.`off_bench_minutes_avg_last_10`,
                  `t42`.`off_bench_points_avg_last_10`,
                  `t42`.`role_minutes`,
                  `t42`.`role_points`,
                  `t42`.`minutes_rank`,
                  `t42`.`teammates_available_points`,
                  `t42`.`teammates_starting_minutes`,
                  `t42`.`usual_starters_missing_minutes`,
                  `t43`.`similar_games`,
                  `t43`.`points_avg_similar`,
                  `t43`.`rebounds_avg_similar`,
                  `t43`.`assists_avg_similar`,
                  `t43`.`threes_avg_similar`,
                  `t43`.`steals_avg_similar`,
                  `t43`.`blocks_avg_similar`,
                  `t43`.`turnovers_avg_similar`,
                  `t44`.`rate_points`,
                  `t44`.`rate_rebounds`,
                  `t44`.`rate_offensive_rebounds`,
                  `t44`.`rate_assists`,
                  `t44`.`rate_threes_made`,
                  `t44`.`rate_threes_attempted`,
                  `t44`.`rate_field_goals_attempted`,
                  `t44`.`rate_free_throws_attempted`,
                  `t44`.`rate_steals`,
                  `t44`.`rate_blocks`,
                  `t44`.`rate_personal_fouls`,
                  `t44`.`rate_possessions_used`,
                  `t44`.`recent_rate_points`,
                  `t44`.`recent_rate_rebounds`,
                  `t44`.`recent_rate_assists`,
                  `t44`.`recent_rate_threes_made`,
                  `t44`.`recent_rate_threes_attempted`,
                  `t44`.`recent_rate_possessions_used`,
                  `t44`.`projected_rate_points`,
                  `t44`.`projected_rate_rebounds`,
                  `t44`.`projected_rate_offensive_rebounds`,
                  `t44`.`projected_rate_assists`,
                  `t44`.`projected_rate_threes_made`,
                  `t44`.`projected_rate_threes_attempted`,
                  `t44`.`projected_rate_field_goals_attempted`,
                  `t44`.`projected_rate_free_throws_attempted`,
                  `t44`.`projected_rate_steals`,
                  `t44`.`projected_rate_blocks`,
                  `t44`.`projected_rate_personal_fouls`,
                  `t44`.`projected_rate_possessions_used`,
                  `t44`.`expected_points_last_3`,
                  `t44`.`expected_points_last_8`,
                  `t44`.`expected_points_last_25`,
                  `t44`.`expected_points`,
                  `t44`.`expected_threes_last_8`,
                  `t44`.`expected_threes_last_25`,
                  `t44`.`expected_threes`,
                  `t44`.`shooting_luck_last_8`,
                  `t44`.`three_share_made`,
                  `t44`.`decayed_minutes`,
                  `t45`.`start_share`,
                  `t45`.`play_share`,
                  `t45`.`appear_share`,
                  `t45`.`starter_minutes_fast`,
                  `t45`.`starter_minutes_slow`,
                  `t45`.`bench_minutes_fast`,
                  `t45`.`bench_minutes_slow`,
                  `t46`.`form_game`,
                  `t46`.`form_team`,
                  `t46`.`home`,
                  `t46`.`is_playoff`,
                  `t46`.`is_back_to_back`,
                  `t46`.`days_rest`,
                  `t46`.`opponent_days_rest`,
                  `t46`.`rest_advantage`,
                  `t46`.`consecutive_road_games`,
                  `t46`.`travel_kilometers`,
                  `t46`.`time_zones_crossed`,
                  `t46`.`spread`,
                  `t46`.`spread_move`,
                  `t46`.`total`,
                  `t46`.`total_move`,
                  `t46`.`implied_team_total`,
                  `t46`.`team_games_last_7_days`,
                  `t46`.`team_back_to_backs_last_14_days`
                FROM (
                  SELECT
                    `t2`.`game_id`,
                    `t2`.`game_date`,
                    `t2`.`player_id`,
                    `t2`.`player_name`,
                    `t2`.`name_key`,
                    `t2`.`team_id`,
                    `t2`.`opponent_id`,
                    `t2`.`season`,
                    `t2`.`tip_at`,
                    `t2`.`out`,
                    `t2`.`morning_out`
                  FROM `input_player_pool` AS `t2`
                ) AS `t34`
                INNER JOIN (
                  SELECT
                    `t3`.`game_id`,
                    `t3`.`player_id`,
                    `t3`.`days_since_played`,
                    `t3`.`games_last_7_days`,
                    `t3`.`games_last_14_days`,
                    `t3`.`minutes_last_7_days`,
                    `t3`.`minutes_last_14_days`,
                    `t3`.`back_to_backs_last_14_days`,
                    `t3`.`games_since_long_absence`,
                    `t3`.`games_since_trade`,
                    `t3`.`points_line`,
                    `t3`.`points_opening_line`,
                    `t3`.`points_line_move`,
                    `t3`.`has_points_line`,
                    `t3`.`teammates_out`,
                    `t3`.`teammates_out_minutes`,
                    `t3`.`teammates_out_points`,
                    `t3`.`teammates_newly_out_minutes`,
                    `t3`.`teammates_newly_out_points`,
                    `t3`.`teammates_newly_out_usage`,
                    `t3`.`teammates_back_minutes`,
                    `t3`.`teammates_available_minutes`,
                    `t3`.`teammates_available_usage_minutes`,
                    `t3`.`teammates_newly_out_usage_minutes`,
                    `t3`.`morning_teammates_out`,
                    `t3`.`morning_teammates_out_minutes`,
                    `t3`.`morning_teammates_out_points`,
                    `t3`.`morning_teammates_newly_out_minutes`,
                    `t3`.`morning_teammates_newly_out_points`,
                    `t3`.`morning_teammates_newly_out_usage`,
                    `t3`.`morning_teammates_back_minutes`,
                    `t3`.`morning_teammates_available_minutes`,
                    `t3`.`morning_teammates_available_usage_minutes`,
                    `t3`.`morning_teammates_newly_out_usage_minutes`
                  FROM `input_upcoming_player_game_context` AS `t3`
                ) AS `t35`
                  ON `t34`.`game_id` = `t35`.`game_id` AND `t34`.`player_id` = `t35`.`player_id`
                INNER JOIN (
                  SELECT
                    `t4`.`game_id`,
                    `t4`.`player_id`,
                    `t4`.`games_last_3`,
                    `t4`.`games_last_5`,
                    `t4`.`games_last_10`,
                    `t4`.`games_last_20`,
                    `t4`.`games_season`,
                    `t4`.`points_avg_last_3`,
                    `t4`.`points_avg_last_5`,
                    `t4`.`points_avg_last_10`,
                    `t4`.`points_std_last_10`,
                    `t4`.`points_avg_last_20`,
                    `t4`.`points_avg_season`,
                    `t4`.`points_std_season`,
                    `t4`.`points_avg_recent`,
                    `t4`.`points_slope_last_10`,
                    `t4`.`rebounds_avg_last_3`,
                    `t4`.`rebounds_avg_last_5`,
                    `t4`.`rebounds_avg_last_10`,
                    `t4`.`rebounds_std_last_10`,
                    `t4`.`rebounds_avg_last_20`,
                    `t4`.`rebounds_avg_season`,
                    `t4`.`rebounds_std_season`,
                    `t4`.`rebounds_avg_recent`,
                    `t4`.`rebounds_slope_last_10`,
                    `t4`.`assists_avg_last_3`,
                    `t4`.`assists_avg_last_5`,
                    `t4`.`assists_avg_last_10`,
                    `t4`.`assists_std_last_10`,
                    `t4`.`assists_avg_last_20`,
                    `t4`.`assists_avg_season`,
                    `t4`.`assists_std_season`,
                    `t4`.`assists_avg_recent`,
                    `t4`.`assists_slope_last_10`,
                    `t4`.`threes_avg_last_3`,
                    `t4`.`threes_avg_last_5`,
                    `t4`.`threes_avg_last_10`,
                    `t4`.`threes_std_last_10`,
                    `t4`.`threes_avg_last_20`,
                    `t4`.`threes_avg_season`,
                    `t4`.`threes_std_season`,
                    `t4`.`threes_avg_recent`,
                    `t4`.`threes_slope_last_10`,
                    `t4`.`steals_avg_last_10`,
                    `t4`.`steals_std_last_10`,
                    `t4`.`steals_avg_last_20`,
                    `t4`.`steals_avg_season`,
                    `t4`.`steals_std_season`,
                    `t4`.`steals_avg_recent`,
                    `t4`.`steals_slope_last_10`,
                    `t4`.`blocks_avg_last_10`,
                    `t4`.`blocks_std_last_10`,
                    `t4`.`blocks_avg_last_20`,
                    `t4`.`blocks_avg_season`,
                    `t4`.`blocks_std_season`,
                    `t4`.`blocks_avg_recent`,
                    `t4`.`blocks_slope_last_10`,
                    `t4`.`turnovers_avg_last_10`,
                    `t4`.`turnovers_std_last_10`,
                    `t4`.`turnovers_avg_last_20`,
                    `t4`.`turnovers_avg_season`,
                    `t4`.`turnovers_std_season`,
                    `t4`.`turnovers_avg_recent`,
                    `t4`.`turnovers_slope_last_10`,
                    `t4`.`points_rebounds_assists_avg_last_5`,
                    `t4`.`points_rebounds_assists_avg_last_10`,
                    `t4`.`points_rebounds_assists_std_last_10`,
                    `t4`.`points_rebounds_assists_avg_season`,
                    `t4`.`points_rebounds_assists_std_season`,
                    `t4`.`points_rebounds_avg_last_5`,
                    `t4`.`points_rebounds_avg_last_10`,
                    `t4`.`points_rebounds_std_last_10`,
                    `t4`.`points_rebounds_avg_season`,
                    `t4`.`points_rebounds_std_season`,
                    `t4`.`points_assists_avg_last_5`,
                    `t4`.`points_assists_avg_last_10`,
                    `t4`.`points_assists_std_last_10`,
                    `t4`.`points_assists_avg_season`,
                    `t4`.`points_assists_std_season`,
                    `t4`.`rebounds_assists_avg_last_5`,
                    `t4`.`rebounds_assists_avg_last_10`,
                    `t4`.`rebounds_assists_std_last_10`,
                    `t4`.`rebounds_assists_avg_season`,
                    `t4`.`rebounds_assists_std_season`,
                    `t4`.`blocks_steals_avg_last_5`,
                    `t4`.`blocks_steals_avg_last_10`,
                    `t4`.`blocks_steals_std_last_10`,
                    `t4`.`blocks_steals_avg_season`,
                    `t4`.`blocks_steals_std_season`,
                    `t4`.`minutes_avg_last_3`,
                    `t4`.`minutes_avg_last_5`,
                    `t4`.`minutes_avg_last_10`,
                    `t4`.`minutes_std_last_10`,
                    `t4`.`minutes_avg_last_20`,
                    `t4`.`minutes_avg_season`,
                    `t4`.`minutes_std_season`,
                    `t4`.`minutes_avg_recent`,
                    `t4`.`usage_rate_avg_last_3`,
                    `t4`.`usage_rate_avg_last_5`,
                    `t4`.`usage_rate_avg_last_10`,
                    `t4`.`usage_rate_std_last_10`,
                    `t4`.`usage_rate_avg_last_20`,
                    `t4`.`usage_rate_avg_season`,
                    `t4`.`usage_rate_std_season`,
                    `t4`.`usage_rate_avg_recent`,
                    `t4`.`true_shooting_share_avg_last_3`,
                    `t4`.`true_shooting_share_avg_last_5`,
                    `t4`.`true_shooting_share_avg_last_10`,
                    `t4`.`true_shooting_share_avg_last_20`,
                    `t4`.`true_shooting_share_avg_season`,
                    `t4`.`starts_avg_last_5`,
                    `t4`.`starts_avg_last_10`,
                    `t4`.`starts_avg_last_20`,
                    `t4`.`starts_avg_season`,
                    `t4`.`field_goals_attempted_avg_last_5`,
                    `t4`.`field_goals_attempted_avg_last_10`,
                    `t4`.`field_goals_attempted_avg_last_20`,
                    `t4`.`field_goals_attempted_avg_season`,
                    `t4`.`field_goals_attempted_avg_recent`,
                    `t4`.`field_goals_made_avg_last_5`,
                    `t4`.`field_goals_made_avg_last_10`,
                    `t4`.`field_goals_made_avg_last_20`,
                    `t4`.`field_goals_made_avg_season`,
                    `t4`.`field_goals_made_avg_recent`,
                    `t4`.`threes_attempted_avg_last_5`,
                    `t4`.`threes_attempted_avg_last_10`,
                    `t4`.`threes_attempted_avg_last_20`,
                    `t4`.`threes_attempted_avg_season`,
                    `t4`.`threes_attempted_avg_recent`,
                    `t4`.`free_throws_attempted_avg_last_5`,
                    `t4`.`free_throws_attempted_avg_last_10`,
                    `t4`.`free_throws_attempted_avg_last_20`,
                    `t4`.`free_throws_attempted_avg_season`,
                    `t4`.`free_throws_attempted_avg_recent`,
                    `t4`.`free_throws_made_avg_last_5`,
                    `t4`.`free_throws_made_avg_last_10`,
                    `t4`.`free_throws_made_avg_last_20`,
                    `t4`.`free_throws_made_avg_season`,
                    `t4`.`free_throws_made_avg_recent`
                  FROM `input_player_daily_cache` AS `t4`
                ) AS `t36`
                  ON `t34`.`game_id` = `t36`.`game_id` AND `t34`.`player_id` = `t36`.`player_id`
                INNER JOIN (
                  SELECT
                    `t5`.`game_id`,
                    `t5`.`player_id`,
                    `t5`.`paint_attempts_avg_last_10`,
                    `t5`.`paint_makes_avg_last_10`,
                    `t5`.`mid_range_attempts_avg_last_10`,
                    `t5`.`mid_range_makes_avg_last_10`,
                    `t5`.`corner_three_attempts_avg_last_10`,
                    `t5`.`corner_three_makes_avg_last_10`,
                    `t5`.`above_break_three_attempts_avg_last_10`,
                    `t5`.`above_break_three_makes_avg_last_10`,
                    `t5`.`paint_share_last_10`,
                    `t5`.`mid_range_share_last_10`,
                    `t5`.`corner_three_share_last_10`,
                    `t5`.`above_break_three_share_last_10`,
                    `t5`.`paint_field_goal_share_last_10`,
                    `t5`.`mid_range_field_goal_share_last_10`,
                    `t5`.`corner_three_field_goal_share_last_10`,
                    `t5`.`above_break_three_field_goal_share_last_10`,
                    `t5`.`three_share_last_10`,
                    `t5`.`zone_attempts_last_10`,
                    `t5`.`assisted_share_last_10`,
                    `t5`.`paint_share_last_20`,
                    `t5`.`mid_range_share_last_20`,
                    `t5`.`corner_three_share_last_20`,
                    `t5`.`above_break_three_share_last_20`,
                    `t5`.`paint_field_goal_share_last_20`,
                    `t5`.`mid_range_field_goal_share_last_20`,
                    `t5`.`corner_three_field_goal_share_last_20`,
                    `t5`.`above_break_three_field_goal_share_last_20`,
                    `t5`.`three_share_last_20`,
                    `t5`.`zone_attempts_last_20`,
                    `t5`.`assisted_share_last_20`,
                    `t5`.`reason` AS `zone_reason`
                  FROM `input_player_shot_zone_analysis` AS `t5`
                ) AS `t37`
                  ON `t34`.`game_id` = `t37`.`game_id` AND `t34`.`player_id` = `t37`.`player_id`
                INNER JOIN (
                  SELECT
                    `t6`.`game_id`,
                    `t6`.`player_id`,
                    `t6`.`age_years`,
                    `t6`.`fatigue_score`,
                    `t6`.`fatigue_adjustment`,
                    `t6`.`shot_zone_mismatch_score`,
                    `t6`.`pace_score`,
                    `t6`.`usage_spike_score`,
                    `t6`.`travel_score`,
                    `t6`.`opponent_strength_score`
                  FROM `input_player_composite_factors` AS `t6`
                ) AS `t38`
                  ON `t34`.`game_id` = `t38`.`game_id` AND `t34`.`player_id` = `t38`.`player_id`
                INNER JOIN (
                  SELECT
                    `t7`.`game_id`,
                    `t7`.`player_id`,
                    `t7`.`games_vs_opponent`,
                    `t7`.`points_avg_vs_opponent`,
                    `t7`.`rebounds_avg_vs_opponent`,
                    `t7`.`assists_avg_vs_opponent`,
                    `t7`.`threes_avg_vs_opponent`,
                    `t7`.`steals_avg_vs_opponent`,
                    `t7`.`blocks_avg_vs_opponent`,
                    `t7`.`turnovers_avg_vs_opponent`,
                    `t7`.`points_rebounds_assists_avg_vs_opponent`,
                    `t7`.`points_rebounds_avg_vs_opponent`,
                    `t7`.`points_assists_avg_vs_opponent`,
                    `t7`.`rebounds_assists_avg_vs_opponent`,
                    `t7`.`blocks_steals_avg_vs_opponent`
                  FROM `input_player_matchup` AS `t7`
                ) AS `t39`
                  ON `t34`.`game_id` = `t39`.`game_id` AND `t34`.`player_id` = `t39`.`player_id`
                INNER JOIN (
                  SELECT
                    `t8`.`game_id`,
                    `t8`.`player_id`,
                    `t8`.`injury_risk`,
                    `t8`.`recent_trend`,
                    `t8`.`minutes_change`,
                    `t8`.`free_throw_points_share`,
                    `t8`.`points_per_minute`,
                    `t8`.`points_zscore`,
                    `t8`.`breakout_flag`,
                    `t8`.`breakout_rate_last_20`,
                    `t8`.`breakout_risk_score`,
                    `t8`.`composite_breakout_signal`
                  FROM `input_player_trends` AS `t8`
                ) AS `t40`
                  ON `t34`.`game_id` = `t40`.`game_id` AND `t34`.`player_id` = `t40`.`player_id`
                INNER JOIN (
                  SELECT
                    `t9`.`game_id`,
                    `t9`.`player_id`,
                    `t9`.`dnp_rate`,
                    `t9`.`games_without_clock`,
                    `t9`.`team_games_missing`,
                    `t9`.`completeness_last_3`,
                    `t9`.`completeness_last_5`,
                    `t9`.`completeness_last_10`,
                    `t9`.`completeness_last_20`
                  FROM `input_player_availability` AS `t9`
                ) AS `t41`
                  ON `t34`.`game_id` = `t41`.`game_id` AND `t34`.`player_id` = `t41`.`player_id`
                INNER JOIN (
                  SELECT
                    `t10`.`game_id`,
                    `t10`.`player_id`,
                    `t10`.`starting`,
                    `t10`.`starting_minutes_avg_last_10`,
                    `t10`.`starting_points_avg_last_10`,
                    `t10`.`off_bench_minutes_avg_last_10`,
                    `t10`.`off_bench_points_avg_last_10`,
                    `t10`.`role_minutes`,
                    `t10`.`role_points`,
                    `t10`.`minutes_rank`,
                    `t10`.`teammates_available_points`,
                    `t10`.`teammates_starting_minutes`,
                    `t10`.`usual_starters_missing_minutes`
                  FROM `input_player_role` AS `t10`
                ) AS `t42`
                  ON `t34`.`game_id` = `t42`.`game_id` AND `t34`.`player_id` = `t42`.`player_id`
                INNER JOIN (
                  SELECT
                    `t11`.`game_id`,
                    `t11`.`player_id`,
                    `t11`.`similar_games`,
                    `t11`.`points_avg_similar`,
                    `t11`.`rebounds_avg_similar`,
                    `t11`.`assists_avg_similar`,
                    `t11`.`threes_avg_similar`,
                    `t11`.`steals_avg_similar`,
                    `t11`.`blocks_avg_similar`,
                    `t11`.`turnovers_avg_similar`
                  FROM `input_player_similar_games` AS `t11`
                ) AS `t43`
                  ON `t34`.`game_id` = `t43`.`game_id` AND `t34`.`player_id` = `t43`.`player_id`
                INNER JOIN (
                  SELECT
                    `t12`.`game_id`,
                    `t12`.`player_id`,
                    `t12`.`rate_points`,
                    `t12`.`rate_rebounds`,
                    `t12`.`rate_offensive_rebounds`,
                    `t12`.`rate_assists`,
                    `t12`.`rate_threes_made`,
                    `t12`.`rate_threes_attempted`,
                    `t12`.`rate_field_goals_attempted`,
                    `t12`.`rate_free_throws_attempted`,
                    `t12`.`rate_steals`,
                    `t12`.`rate_blocks`,
                    `t12`.`rate_personal_fouls`,
                    `t12`.`rate_possessions_used`,
                    `t12`.`recent_rate_points`,
                    `t12`.`recent_rate_rebounds`,
                    `t12`.`recent_rate_assists`,
                    `t12`.`recent_rate_threes_made`,
                    `t12`.`recent_rate_threes_attempted`,
                    `t12`.`recent_rate_possessions_used`,
                    `t12`.`projected_rate_points`,
                    `t12`.`projected_rate_rebounds`,
                    `t12`.`projected_rate_offensive_rebounds`,
                    `t12`.`projected_rate_assists`,
                    `t12`.`projected_rate_threes_made`,
                    `t12`.`projected_rate_threes_attempted`,
                    `t12`.`projected_rate_field_goals_attempted`,
                    `t12`.`projected_rate_free_throws_attempted`,
                    `t12`.`projected_rate_steals`,
                    `t12`.`projected_rate_blocks`,
                    `t12`.`projected_rate_personal_fouls`,
                    `t12`.`projected_rate_possessions_used`,
                    `t12`.`expected_points_last_3`,
                    `t12`.`expected_points_last_8`,
                    `t12`.`expected_points_last_25`,
                    `t12`.`expected_points`,
                    `t12`.`expected_threes_last_8`,
                    `t12`.`expected_threes_last_25`,
                    `t12`.`expected_threes`,
                    `t12`.`shooting_luck_last_8`,
                    `t12`.`three_share_made`,
                    `t12`.`decayed_minutes`
                  FROM `input_player_rates` AS `t12`
                ) AS `t44`
                  ON `t34`.`game_id` = `t44`.`game_id` AND `t34`.`player_id` = `t44`.`player_id`
                INNER JOIN (
                  SELECT
                    `t13`.`game_id`,
                    `t13`.`player_id`,
                    `t13`.`start_share`,
                    `t13`.`play_share`,
                    `t13`.`appear_share`,
                    `t13`.`starter_minutes_fast`,
                    `t13`.`starter_minutes_slow`,
                    `t13`.`bench_minutes_fast`,
                    `t13`.`bench_minutes_slow`
                  FROM `input_player_minutes_form` AS `t13`
                ) AS `t45`
                  ON `t34`.`game_id` = `t45`.`game_id` AND `t34`.`player_id` = `t45`.`player_id`
                INNER JOIN (
                  SELECT
                    `t14`.`game_id` AS `form_game`,
                    `t14`.`team_id` AS `form_team`,
                    `t14`.`home`,
                    `t14`.`is_playoff`,
                    `t14`.`is_back_to_back`,
                    `t14`.`days_rest`,
                    `t14`.`opponent_days_rest`,
                    `t14`.`rest_advantage`,
                    `t14`.`consecutive_road_games`,
                    `t14`.`travel_kilometers`,
                    `t14`.`time_zones_crossed`,
                    `t14`.`spread`,
                    `t14`.`spread_move`,
                    `t14`.`total`,
                    `t14`.`total_move`,
                    `t14`.`implied_team_total`,
                    `t14`.`games_last_7_days` AS `team_games_last_7_days`,
                    `t14`.`back_to_backs_last_14_days` AS `team_back_to_backs_last_14_days`
                  FROM `input_upcoming_team_game_context` AS `t14`
                ) AS `t46`
                  ON `t34`.`game_id` = `t46`.`form_game` AND `t34`.`team_id` = `t46`.`form_team`
              ) AS `t47`
            ) AS `t49`
            INNER JOIN (
              SELECT
                `t1`.`game_id` AS `form_game`,
                `t1`.`team_id` AS `form_team`,
                `t1`.`pace_avg_last_10` AS `team_pace_avg_last_10`,
                `t1`.`offensive_rating_avg_last_10` AS `team_offensive_rating_avg_last_10`,
                `t1`.`defensive_rating_avg_last_10` AS `team_defensive_rating_avg_last_10`,
                `t1`.`points_avg_last_10` AS `team_points_avg_last_10`,
                `t1`.`wins_avg_last_10` AS `team_wins_avg_last_10`,
                `t1`.`wins_avg_season` AS `team_wins_avg_season`,
                `t1`.`points_allowed_avg_last_10` AS `team_points_allowed_avg_last_10`,
                `t1`.`rebounds_allowed_avg_last_10` AS `team_rebounds_allowed_avg_last_10`,
                `t1`.`assists_allowed_avg_last_10` AS `team_assists_allowed_avg_last_10`,
                `t1`.`threes_allowed_avg_last_10` AS `team_threes_allowed_avg_last_10`,
                `t1`.`steals_allowed_avg_last_10` AS `team_steals_allowed_avg_last_10`,
                `t1`.`blocks_allowed_avg_last_10` AS `team_blocks_allowed_avg_last_10`,
                `t1`.`turnovers_forced_avg_last_10` AS `team_turnovers_forced_avg_last_10`
              FROM `input_team_daily_cache` AS `t1`
            ) AS `t33`
              ON `t49`.`game_id` = `t33`.`form_game` AND `t49`.`team_id` = `t33`.`form_team`
          ) AS `t50`
        ) AS `t52`
        INNER JOIN (
          SELECT
            `t1`.`game_id` AS `form_game`,
            `t1`.`team_id` AS `form_team`,
            `t1`.`pace_avg_last_10` AS `opponent_pace_avg_last_10`,
            `t1`.`offensive_rating_avg_last_10` AS `opponent_offensive_rating_avg_last_10`,
            `t1`.`defensive_rating_avg_last_10` AS `opponent_defensive_rating_avg_last_10`,
            `t1`.`points_avg_last_10` AS `opponent_points_avg_last_10`,
            `t1`.`wins_avg_last_10` AS `opponent_wins_avg_last_10`,
            `t1`.`wins_avg_season` AS `opponent_wins_avg_season`,
            `t1`.`points_allowed_avg_last_10` AS `opponent_points_allowed_avg_last_10`,
            `t1`.`rebounds_allowed_avg_last_10` AS `opponent_rebounds_allowed_avg_last_10`,
            `t1`.`assists_allowed_avg_last_10` AS `opponent_assists_allowed_avg_last_10`,
            `t1`.`threes_allowed_avg_last_10` AS `opponent_threes_allowed_avg_last_10`,
            `t1`.`steals_allowed_avg_last_10` AS `opponent_steals_allowed_avg_last_10`,
            `t1`.`blocks_allowed_avg_last_10` AS `opponent_blocks_allowed_avg_last_10`,
            `t1`.`turnovers_forced_avg_last_10` AS `opponent_turnovers_forced_avg_last_10`
          FROM `input_team_daily_cache` AS `t1`
        ) AS `t32`
          ON `t52`.`game_id` = `t32`.`form_game` AND `t52`.`opponent_id` = `t32`.`form_team`
      ) AS `t53`
    ) AS `t55`
    INNER JOIN (
      SELECT
        `t0`.`game_id` AS `form_game`,
        `t0`.`team_id` AS `form_team`,
        `t0`.`paint_weakness` AS `opponent_paint_weakness`,
        `t0`.`mid_range_weakness` AS `opponent_mid_range_weakness`,
        `t0`.`corner_three_weakness` AS `opponent_corner_three_weakness`,
        `t0`.`above_break_three_weakness` AS `opponent_above_break_three_weakness`
      FROM `input_team_defense_zone_analysis` AS `t0`
    ) AS `t31`
      ON `t55`.`game_id` = `t31`.`form_game` AND `t55`.`opponent_id` = `t31`.`form_team`
  ) AS `t56`
) AS `t57`
-- everyone_in_the_pool_has_a_row 0e89f760afe57442
SELECT
  `t6`.*
  EXCEPT (`good`)
FROM (
  SELECT
    `t5`.`game_date`,
    `t5`.`game_id`,
    `t5`.`player_id`,
    `t5`.`good`,
    COALESCE(`t5`.`good`, FALSE)
    OR (
      AVG(CASE WHEN `t5`.`good` THEN 0 ELSE 1 END) OVER (
        PARTITION BY `t5`.`game_date`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) <= 0.02
    ) AS `holds`
  FROM (
    SELECT
      `t2`.`game_date`,
      `t2`.`game_id`,
      `t2`.`player_id`,
      `t4`.`made` IS NOT NULL AS `good`
    FROM `input_player_pool` AS `t2`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`game_id`,
        `t1`.`player_id`,
        `t1`.`game_date` AS `made`
      FROM `input_ml_feature_store` AS `t1`
    ) AS `t4`
      ON `t2`.`game_id` = `t4`.`game_id` AND `t2`.`player_id` = `t4`.`player_id`
  ) AS `t5`
) AS `t6`
-- features_are_like_before 6f5bb932ede180c6
WITH `t1` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`points_avg_last_10`) AS `rows`,
    AVG(`t0`.`points_avg_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`points_avg_last_10`) AS `spread`,
    AVG(CASE WHEN `t0`.`points_avg_last_10` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t2` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`points_std_last_10`) AS `rows`,
    AVG(`t0`.`points_std_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`points_std_last_10`) AS `spread`,
    AVG(CASE WHEN `t0`.`points_std_last_10` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t3` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`minutes_avg_last_10`) AS `rows`,
    AVG(`t0`.`minutes_avg_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`minutes_avg_last_10`) AS `spread`,
    AVG(CASE WHEN `t0`.`minutes_avg_last_10` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t4` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`usage_rate_avg_last_10`) AS `rows`,
    AVG(`t0`.`usage_rate_avg_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`usage_rate_avg_last_10`) AS `spread`,
    AVG(CASE WHEN `t0`.`usage_rate_avg_last_10` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t5` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`fatigue_score`) AS `rows`,
    AVG(`t0`.`fatigue_score`) AS `mean`,
    STDDEV_POP(`t0`.`fatigue_score`) AS `spread`,
    AVG(CASE WHEN `t0`.`fatigue_score` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t6` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`team_pace_avg_last_10`) AS `rows`,
    AVG(`t0`.`team_pace_avg_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`team_pace_avg_last_10`) AS `spread`,
    AVG(CASE WHEN `t0`.`team_pace_avg_last_10` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t7` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`opponent_defensive_rating_avg_last_10`) AS `rows`,
    AVG(`t0`.`opponent_defensive_rating_avg_last_10`) AS `mean`,
    STDDEV_POP(`t0`.`opponent_defensive_rating_avg_last_10`) AS `spread`,
    AVG(
      CASE WHEN `t0`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 1.0 ELSE 0.0 END
    ) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t8` AS (
  SELECT
    `t0`.`game_date`,
    COUNT(`t0`.`quality_score`) AS `rows`,
    AVG(`t0`.`quality_score`) AS `mean`,
    STDDEV_POP(`t0`.`quality_score`) AS `spread`,
    AVG(CASE WHEN `t0`.`quality_score` IS NULL THEN 1.0 ELSE 0.0 END) AS `missing`
  FROM `input_ml_feature_store` AS `t0`
  GROUP BY
    1
), `t33` AS (
  SELECT
    `t9`.`game_date`,
    `t9`.`rows`,
    `t9`.`mean`,
    `t9`.`spread`,
    `t9`.`missing`,
    DATE_DIFF(
      `t9`.`game_date`,
      MIN(`t9`.`game_date`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t9`.`game_date`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t9`.`mean`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t9`.`mean`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t9`.`spread`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t9`.`missing`) OVER (ORDER BY `t9`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t1` AS `t9`
), `t34` AS (
  SELECT
    `t10`.`game_date`,
    `t10`.`rows`,
    `t10`.`mean`,
    `t10`.`spread`,
    `t10`.`missing`,
    DATE_DIFF(
      `t10`.`game_date`,
      MIN(`t10`.`game_date`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t10`.`game_date`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t10`.`mean`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t10`.`mean`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t10`.`spread`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t10`.`missing`) OVER (ORDER BY `t10`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t2` AS `t10`
), `t35` AS (
  SELECT
    `t11`.`game_date`,
    `t11`.`rows`,
    `t11`.`mean`,
    `t11`.`spread`,
    `t11`.`missing`,
    DATE_DIFF(
      `t11`.`game_date`,
      MIN(`t11`.`game_date`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t11`.`game_date`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t11`.`mean`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t11`.`mean`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t11`.`spread`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t11`.`missing`) OVER (ORDER BY `t11`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t3` AS `t11`
), `t36` AS (
  SELECT
    `t12`.`game_date`,
    `t12`.`rows`,
    `t12`.`mean`,
    `t12`.`spread`,
    `t12`.`missing`,
    DATE_DIFF(
      `t12`.`game_date`,
      MIN(`t12`.`game_date`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t12`.`game_date`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t12`.`mean`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t12`.`mean`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t12`.`spread`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t12`.`missing`) OVER (ORDER BY `t12`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t4` AS `t12`
), `t37` AS (
  SELECT
    `t13`.`game_date`,
    `t13`.`rows`,
    `t13`.`mean`,
    `t13`.`spread`,
    `t13`.`missing`,
    DATE_DIFF(
      `t13`.`game_date`,
      MIN(`t13`.`game_date`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t13`.`game_date`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t13`.`mean`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t13`.`mean`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t13`.`spread`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t13`.`missing`) OVER (ORDER BY `t13`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t5` AS `t13`
), `t38` AS (
  SELECT
    `t14`.`game_date`,
    `t14`.`rows`,
    `t14`.`mean`,
    `t14`.`spread`,
    `t14`.`missing`,
    DATE_DIFF(
      `t14`.`game_date`,
      MIN(`t14`.`game_date`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t14`.`game_date`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t14`.`mean`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t14`.`mean`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t14`.`spread`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t14`.`missing`) OVER (ORDER BY `t14`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t6` AS `t14`
), `t39` AS (
  SELECT
    `t15`.`game_date`,
    `t15`.`rows`,
    `t15`.`mean`,
    `t15`.`spread`,
    `t15`.`missing`,
    DATE_DIFF(
      `t15`.`game_date`,
      MIN(`t15`.`game_date`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t15`.`game_date`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t15`.`mean`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t15`.`mean`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t15`.`spread`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t15`.`missing`) OVER (ORDER BY `t15`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t7` AS `t15`
), `t40` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`rows`,
    `t16`.`mean`,
    `t16`.`spread`,
    `t16`.`missing`,
    DATE_DIFF(
      `t16`.`game_date`,
      MIN(`t16`.`game_date`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 4 preceding AND CURRENT ROW),
      DAY
    ) AS `days`,
    COUNT(`t16`.`game_date`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `dates`,
    AVG(`t16`.`mean`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `before`,
    COALESCE(
      STDDEV_SAMP(`t16`.`mean`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `step`,
    COALESCE(
      AVG(`t16`.`spread`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding),
      0.0
    ) AS `spread_before`,
    AVG(`t16`.`missing`) OVER (ORDER BY `t16`.`game_date` ASC ROWS BETWEEN 30 preceding AND 1 preceding) AS `missing_before`
  FROM `t8` AS `t16`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t105`.`game_date`,
        `t105`.`mean`,
        `t105`.`before`,
        'points_avg_last_10' AS `of`,
        (
          (
            `t105`.`rows` = 0
          )
          AND (
            (
              ABS(`t105`.`missing` - `t105`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t105`.`missing` - `t105`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t105`.`mean` - `t105`.`before`) <= (
                (
                  `t105`.`step` + ieee_divide(`t105`.`spread_before`, SQRT(CAST(`t105`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t105`.`mean` - `t105`.`year_before`) <= (
                (
                  `t105`.`step` + ieee_divide(`t105`.`spread_before`, SQRT(CAST(`t105`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t105`.`missing` - `t105`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t105`.`missing` - `t105`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t105`.`spread` = 0
            )
            AND (
              `t105`.`spread_before` > 0
            )
            AND (
              `t105`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t97`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t49`.`game_date`,
            `t49`.`rows`,
            `t49`.`mean`,
            `t49`.`spread`,
            `t49`.`missing`,
            `t49`.`days`,
            `t49`.`dates`,
            `t49`.`before`,
            `t49`.`step`,
            `t49`.`spread_before`,
            `t49`.`missing_before`,
            `t89`.`own_date`,
            `t89`.`year_before`,
            `t89`.`missing_year_before`
          FROM `t33` AS `t49`
          LEFT OUTER JOIN (
            SELECT
              `t73`.`own_date`,
              AVG(`t73`.`was`) AS `year_before`,
              AVG(`t73`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t65`.`own_date`,
                `t25`.`on`,
                `t25`.`was`,
                `t25`.`was_missing`
              FROM (
                SELECT
                  `t41`.`game_date` AS `own_date`
                FROM `t33` AS `t41`
              ) AS `t65`
              INNER JOIN (
                SELECT
                  `t9`.`game_date` AS `on`,
                  `t9`.`mean` AS `was`,
                  `t9`.`missing` AS `was_missing`
                FROM `t1` AS `t9`
              ) AS `t25`
                ON `t25`.`on` >= DATE_SUB(`t65`.`own_date`, INTERVAL '380' DAY)
                AND `t25`.`on` <= DATE_SUB(`t65`.`own_date`, INTERVAL '350' DAY)
            ) AS `t73`
            GROUP BY
              1
          ) AS `t89`
            ON `t49`.`game_date` = `t89`.`own_date`
        ) AS `t97`
      ) AS `t105`
      WHERE
        `t105`.`dates` >= 10 AND `t105`.`days` <= 9
    ) AS `t113`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t106`.`game_date`,
        `t106`.`mean`,
        `t106`.`before`,
        'points_std_last_10' AS `of`,
        (
          (
            `t106`.`rows` = 0
          )
          AND (
            (
              ABS(`t106`.`missing` - `t106`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t106`.`missing` - `t106`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t106`.`mean` - `t106`.`before`) <= (
                (
                  `t106`.`step` + ieee_divide(`t106`.`spread_before`, SQRT(CAST(`t106`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t106`.`mean` - `t106`.`year_before`) <= (
                (
                  `t106`.`step` + ieee_divide(`t106`.`spread_before`, SQRT(CAST(`t106`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t106`.`missing` - `t106`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t106`.`missing` - `t106`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t106`.`spread` = 0
            )
            AND (
              `t106`.`spread_before` > 0
            )
            AND (
              `t106`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t98`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t50`.`game_date`,
            `t50`.`rows`,
            `t50`.`mean`,
            `t50`.`spread`,
            `t50`.`missing`,
            `t50`.`days`,
            `t50`.`dates`,
            `t50`.`before`,
            `t50`.`step`,
            `t50`.`spread_before`,
            `t50`.`missing_before`,
            `t90`.`own_date`,
            `t90`.`year_before`,
            `t90`.`missing_year_before`
          FROM `t34` AS `t50`
          LEFT OUTER JOIN (
            SELECT
              `t74`.`own_date`,
              AVG(`t74`.`was`) AS `year_before`,
              AVG(`t74`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t66`.`own_date`,
                `t26`.`on`,
                `t26`.`was`,
                `t26`.`was_missing`
              FROM (
                SELECT
                  `t42`.`game_date` AS `own_date`
                FROM `t34` AS `t42`
              ) AS `t66`
              INNER JOIN (
                SELECT
                  `t10`.`game_date` AS `on`,
                  `t10`.`mean` AS `was`,
                  `t10`.`missing` AS `was_missing`
                FROM `t2` AS `t10`
              ) AS `t26`
                ON `t26`.`on` >= DATE_SUB(`t66`.`own_date`, INTERVAL '380' DAY)
                AND `t26`.`on` <= DATE_SUB(`t66`.`own_date`, INTERVAL '350' DAY)
            ) AS `t74`
            GROUP BY
              1
          ) AS `t90`
            ON `t50`.`game_date` = `t90`.`own_date`
        ) AS `t98`
      ) AS `t106`
      WHERE
        `t106`.`dates` >= 10 AND `t106`.`days` <= 9
    ) AS `t114`
  ) AS `t121`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t107`.`game_date`,
        `t107`.`mean`,
        `t107`.`before`,
        'minutes_avg_last_10' AS `of`,
        (
          (
            `t107`.`rows` = 0
          )
          AND (
            (
              ABS(`t107`.`missing` - `t107`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t107`.`missing` - `t107`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t107`.`mean` - `t107`.`before`) <= (
                (
                  `t107`.`step` + ieee_divide(`t107`.`spread_before`, SQRT(CAST(`t107`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t107`.`mean` - `t107`.`year_before`) <= (
                (
                  `t107`.`step` + ieee_divide(`t107`.`spread_before`, SQRT(CAST(`t107`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t107`.`missing` - `t107`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t107`.`missing` - `t107`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t107`.`spread` = 0
            )
            AND (
              `t107`.`spread_before` > 0
            )
            AND (
              `t107`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t99`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t51`.`game_date`,
            `t51`.`rows`,
            `t51`.`mean`,
            `t51`.`spread`,
            `t51`.`missing`,
            `t51`.`days`,
            `t51`.`dates`,
            `t51`.`before`,
            `t51`.`step`,
            `t51`.`spread_before`,
            `t51`.`missing_before`,
            `t91`.`own_date`,
            `t91`.`year_before`,
            `t91`.`missing_year_before`
          FROM `t35` AS `t51`
          LEFT OUTER JOIN (
            SELECT
              `t75`.`own_date`,
              AVG(`t75`.`was`) AS `year_before`,
              AVG(`t75`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t67`.`own_date`,
                `t27`.`on`,
                `t27`.`was`,
                `t27`.`was_missing`
              FROM (
                SELECT
                  `t43`.`game_date` AS `own_date`
                FROM `t35` AS `t43`
              ) AS `t67`
              INNER JOIN (
                SELECT
                  `t11`.`game_date` AS `on`,
                  `t11`.`mean` AS `was`,
                  `t11`.`missing` AS `was_missing`
                FROM `t3` AS `t11`
              ) AS `t27`
                ON `t27`.`on` >= DATE_SUB(`t67`.`own_date`, INTERVAL '380' DAY)
                AND `t27`.`on` <= DATE_SUB(`t67`.`own_date`, INTERVAL '350' DAY)
            ) AS `t75`
            GROUP BY
              1
          ) AS `t91`
            ON `t51`.`game_date` = `t91`.`own_date`
        ) AS `t99`
      ) AS `t107`
      WHERE
        `t107`.`dates` >= 10 AND `t107`.`days` <= 9
    ) AS `t115`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t108`.`game_date`,
        `t108`.`mean`,
        `t108`.`before`,
        'usage_rate_avg_last_10' AS `of`,
        (
          (
            `t108`.`rows` = 0
          )
          AND (
            (
              ABS(`t108`.`missing` - `t108`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t108`.`missing` - `t108`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t108`.`mean` - `t108`.`before`) <= (
                (
                  `t108`.`step` + ieee_divide(`t108`.`spread_before`, SQRT(CAST(`t108`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t108`.`mean` - `t108`.`year_before`) <= (
                (
                  `t108`.`step` + ieee_divide(`t108`.`spread_before`, SQRT(CAST(`t108`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t108`.`missing` - `t108`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t108`.`missing` - `t108`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t108`.`spread` = 0
            )
            AND (
              `t108`.`spread_before` > 0
            )
            AND (
              `t108`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t100`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t52`.`game_date`,
            `t52`.`rows`,
            `t52`.`mean`,
            `t52`.`spread`,
            `t52`.`missing`,
            `t52`.`days`,
            `t52`.`dates`,
            `t52`.`before`,
            `t52`.`step`,
            `t52`.`spread_before`,
            `t52`.`missing_before`,
            `t92`.`own_date`,
            `t92`.`year_before`,
            `t92`.`missing_year_before`
          FROM `t36` AS `t52`
          LEFT OUTER JOIN (
            SELECT
              `t76`.`own_date`,
              AVG(`t76`.`was`) AS `year_before`,
              AVG(`t76`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t68`.`own_date`,
                `t28`.`on`,
                `t28`.`was`,
                `t28`.`was_missing`
              FROM (
                SELECT
                  `t44`.`game_date` AS `own_date`
                FROM `t36` AS `t44`
              ) AS `t68`
              INNER JOIN (
                SELECT
                  `t12`.`game_date` AS `on`,
                  `t12`.`mean` AS `was`,
                  `t12`.`missing` AS `was_missing`
                FROM `t4` AS `t12`
              ) AS `t28`
                ON `t28`.`on` >= DATE_SUB(`t68`.`own_date`, INTERVAL '380' DAY)
                AND `t28`.`on` <= DATE_SUB(`t68`.`own_date`, INTERVAL '350' DAY)
            ) AS `t76`
            GROUP BY
              1
          ) AS `t92`
            ON `t52`.`game_date` = `t92`.`own_date`
        ) AS `t100`
      ) AS `t108`
      WHERE
        `t108`.`dates` >= 10 AND `t108`.`days` <= 9
    ) AS `t116`
  ) AS `t122`
) AS `t125`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t109`.`game_date`,
        `t109`.`mean`,
        `t109`.`before`,
        'fatigue_score' AS `of`,
        (
          (
            `t109`.`rows` = 0
          )
          AND (
            (
              ABS(`t109`.`missing` - `t109`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t109`.`missing` - `t109`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t109`.`mean` - `t109`.`before`) <= (
                (
                  `t109`.`step` + ieee_divide(`t109`.`spread_before`, SQRT(CAST(`t109`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t109`.`mean` - `t109`.`year_before`) <= (
                (
                  `t109`.`step` + ieee_divide(`t109`.`spread_before`, SQRT(CAST(`t109`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t109`.`missing` - `t109`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t109`.`missing` - `t109`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t109`.`spread` = 0
            )
            AND (
              `t109`.`spread_before` > 0
            )
            AND (
              `t109`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t101`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t53`.`game_date`,
            `t53`.`rows`,
            `t53`.`mean`,
            `t53`.`spread`,
            `t53`.`missing`,
            `t53`.`days`,
            `t53`.`dates`,
            `t53`.`before`,
            `t53`.`step`,
            `t53`.`spread_before`,
            `t53`.`missing_before`,
            `t93`.`own_date`,
            `t93`.`year_before`,
            `t93`.`missing_year_before`
          FROM `t37` AS `t53`
          LEFT OUTER JOIN (
            SELECT
              `t77`.`own_date`,
              AVG(`t77`.`was`) AS `year_before`,
              AVG(`t77`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t69`.`own_date`,
                `t29`.`on`,
                `t29`.`was`,
                `t29`.`was_missing`
              FROM (
                SELECT
                  `t45`.`game_date` AS `own_date`
                FROM `t37` AS `t45`
              ) AS `t69`
              INNER JOIN (
                SELECT
                  `t13`.`game_date` AS `on`,
                  `t13`.`mean` AS `was`,
                  `t13`.`missing` AS `was_missing`
                FROM `t5` AS `t13`
              ) AS `t29`
                ON `t29`.`on` >= DATE_SUB(`t69`.`own_date`, INTERVAL '380' DAY)
                AND `t29`.`on` <= DATE_SUB(`t69`.`own_date`, INTERVAL '350' DAY)
            ) AS `t77`
            GROUP BY
              1
          ) AS `t93`
            ON `t53`.`game_date` = `t93`.`own_date`
        ) AS `t101`
      ) AS `t109`
      WHERE
        `t109`.`dates` >= 10 AND `t109`.`days` <= 9
    ) AS `t117`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t110`.`game_date`,
        `t110`.`mean`,
        `t110`.`before`,
        'team_pace_avg_last_10' AS `of`,
        (
          (
            `t110`.`rows` = 0
          )
          AND (
            (
              ABS(`t110`.`missing` - `t110`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t110`.`missing` - `t110`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t110`.`mean` - `t110`.`before`) <= (
                (
                  `t110`.`step` + ieee_divide(`t110`.`spread_before`, SQRT(CAST(`t110`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t110`.`mean` - `t110`.`year_before`) <= (
                (
                  `t110`.`step` + ieee_divide(`t110`.`spread_before`, SQRT(CAST(`t110`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t110`.`missing` - `t110`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t110`.`missing` - `t110`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t110`.`spread` = 0
            )
            AND (
              `t110`.`spread_before` > 0
            )
            AND (
              `t110`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t102`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t54`.`game_date`,
            `t54`.`rows`,
            `t54`.`mean`,
            `t54`.`spread`,
            `t54`.`missing`,
            `t54`.`days`,
            `t54`.`dates`,
            `t54`.`before`,
            `t54`.`step`,
            `t54`.`spread_before`,
            `t54`.`missing_before`,
            `t94`.`own_date`,
            `t94`.`year_before`,
            `t94`.`missing_year_before`
          FROM `t38` AS `t54`
          LEFT OUTER JOIN (
            SELECT
              `t78`.`own_date`,
              AVG(`t78`.`was`) AS `year_before`,
              AVG(`t78`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t70`.`own_date`,
                `t30`.`on`,
                `t30`.`was`,
                `t30`.`was_missing`
              FROM (
                SELECT
                  `t46`.`game_date` AS `own_date`
                FROM `t38` AS `t46`
              ) AS `t70`
              INNER JOIN (
                SELECT
                  `t14`.`game_date` AS `on`,
                  `t14`.`mean` AS `was`,
                  `t14`.`missing` AS `was_missing`
                FROM `t6` AS `t14`
              ) AS `t30`
                ON `t30`.`on` >= DATE_SUB(`t70`.`own_date`, INTERVAL '380' DAY)
                AND `t30`.`on` <= DATE_SUB(`t70`.`own_date`, INTERVAL '350' DAY)
            ) AS `t78`
            GROUP BY
              1
          ) AS `t94`
            ON `t54`.`game_date` = `t94`.`own_date`
        ) AS `t102`
      ) AS `t110`
      WHERE
        `t110`.`dates` >= 10 AND `t110`.`days` <= 9
    ) AS `t118`
  ) AS `t123`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t111`.`game_date`,
        `t111`.`mean`,
        `t111`.`before`,
        'opponent_defensive_rating_avg_last_10' AS `of`,
        (
          (
            `t111`.`rows` = 0
          )
          AND (
            (
              ABS(`t111`.`missing` - `t111`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t111`.`missing` - `t111`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t111`.`mean` - `t111`.`before`) <= (
                (
                  `t111`.`step` + ieee_divide(`t111`.`spread_before`, SQRT(CAST(`t111`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t111`.`mean` - `t111`.`year_before`) <= (
                (
                  `t111`.`step` + ieee_divide(`t111`.`spread_before`, SQRT(CAST(`t111`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t111`.`missing` - `t111`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t111`.`missing` - `t111`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t111`.`spread` = 0
            )
            AND (
              `t111`.`spread_before` > 0
            )
            AND (
              `t111`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t103`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t55`.`game_date`,
            `t55`.`rows`,
            `t55`.`mean`,
            `t55`.`spread`,
            `t55`.`missing`,
            `t55`.`days`,
            `t55`.`dates`,
            `t55`.`before`,
            `t55`.`step`,
            `t55`.`spread_before`,
            `t55`.`missing_before`,
            `t95`.`own_date`,
            `t95`.`year_before`,
            `t95`.`missing_year_before`
          FROM `t39` AS `t55`
          LEFT OUTER JOIN (
            SELECT
              `t79`.`own_date`,
              AVG(`t79`.`was`) AS `year_before`,
              AVG(`t79`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t71`.`own_date`,
                `t31`.`on`,
                `t31`.`was`,
                `t31`.`was_missing`
              FROM (
                SELECT
                  `t47`.`game_date` AS `own_date`
                FROM `t39` AS `t47`
              ) AS `t71`
              INNER JOIN (
                SELECT
                  `t15`.`game_date` AS `on`,
                  `t15`.`mean` AS `was`,
                  `t15`.`missing` AS `was_missing`
                FROM `t7` AS `t15`
              ) AS `t31`
                ON `t31`.`on` >= DATE_SUB(`t71`.`own_date`, INTERVAL '380' DAY)
                AND `t31`.`on` <= DATE_SUB(`t71`.`own_date`, INTERVAL '350' DAY)
            ) AS `t79`
            GROUP BY
              1
          ) AS `t95`
            ON `t55`.`game_date` = `t95`.`own_date`
        ) AS `t103`
      ) AS `t111`
      WHERE
        `t111`.`dates` >= 10 AND `t111`.`days` <= 9
    ) AS `t119`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t112`.`game_date`,
        `t112`.`mean`,
        `t112`.`before`,
        'quality_score' AS `of`,
        (
          (
            `t112`.`rows` = 0
          )
          AND (
            (
              ABS(`t112`.`missing` - `t112`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t112`.`missing` - `t112`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t112`.`mean` - `t112`.`before`) <= (
                (
                  `t112`.`step` + ieee_divide(`t112`.`spread_before`, SQRT(CAST(`t112`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t112`.`mean` - `t112`.`year_before`) <= (
                (
                  `t112`.`step` + ieee_divide(`t112`.`spread_before`, SQRT(CAST(`t112`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t112`.`missing` - `t112`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t112`.`missing` - `t112`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t112`.`spread` = 0
            )
            AND (
              `t112`.`spread_before` > 0
            )
            AND (
              `t112`.`rows` >= 20
            )
          )
        ) AS `holds`
      FROM (
        SELECT
          `t104`.*
          EXCEPT (`own_date`)
        FROM (
          SELECT
            `t56`.`game_date`,
            `t56`.`rows`,
            `t56`.`mean`,
            `t56`.`spread`,
            `t56`.`missing`,
            `t56`.`days`,
            `t56`.`dates`,
            `t56`.`before`,
            `t56`.`step`,
            `t56`.`spread_before`,
            `t56`.`missing_before`,
            `t96`.`own_date`,
            `t96`.`year_before`,
            `t96`.`missing_year_before`
          FROM `t40` AS `t56`
          LEFT OUTER JOIN (
            SELECT
              `t80`.`own_date`,
              AVG(`t80`.`was`) AS `year_before`,
              AVG(`t80`.`was_missing`) AS `missing_year_before`
            FROM (
              SELECT
                `t72`.`own_date`,
                `t32`.`on`,
                `t32`.`was`,
                `t32`.`was_missing`
              FROM (
                SELECT
                  `t48`.`game_date` AS `own_date`
                FROM `t40` AS `t48`
              ) AS `t72`
              INNER JOIN (
                SELECT
                  `t16`.`game_date` AS `on`,
                  `t16`.`mean` AS `was`,
                  `t16`.`missing` AS `was_missing`
                FROM `t8` AS `t16`
              ) AS `t32`
                ON `t32`.`on` >= DATE_SUB(`t72`.`own_date`, INTERVAL '380' DAY)
                AND `t32`.`on` <= DATE_SUB(`t72`.`own_date`, INTERVAL '350' DAY)
            ) AS `t80`
            GROUP BY
              1
          ) AS `t96`
            ON `t56`.`game_date` = `t96`.`own_date`
        ) AS `t104`
      ) AS `t112`
      WHERE
        `t112`.`dates` >= 10 AND `t112`.`days` <= 9
    ) AS `t120`
  ) AS `t124`
) AS `t126`
