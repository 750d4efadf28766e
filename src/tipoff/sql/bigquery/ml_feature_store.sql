-- rows 03ae93acaec37970 0fbc74dced187bd2
SELECT
  `t47`.`game_id`,
  `t47`.`game_date`,
  `t47`.`player_id`,
  `t47`.`player_name`,
  `t47`.`name_key`,
  `t47`.`team_id`,
  `t47`.`opponent_id`,
  `t47`.`season`,
  `t47`.`tip_at`,
  `t47`.`out`,
  `t47`.`morning_out`,
  (
    ieee_divide(
      CAST(CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END AS FLOAT64),
      9
    ) + COALESCE(`t47`.`completeness_last_10`, 0)
  ) * 50 AS `quality_score`,
  ARRAY_TO_STRING(
    [
      CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 'points_avg_last_10' ELSE NULL END,
      CASE
        WHEN `t47`.`minutes_avg_last_10` IS NULL
        THEN 'minutes_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL
        THEN 'field_goals_attempted_avg_last_10'
        ELSE NULL
      END,
      CASE WHEN `t47`.`days_since_played` IS NULL THEN 'days_since_played' ELSE NULL END,
      CASE WHEN `t47`.`fatigue_score` IS NULL THEN 'fatigue_score' ELSE NULL END,
      CASE
        WHEN `t47`.`team_pace_avg_last_10` IS NULL
        THEN 'team_pace_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t47`.`opponent_pace_avg_last_10` IS NULL
        THEN 'opponent_pace_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL
        THEN 'opponent_defensive_rating_avg_last_10'
        ELSE NULL
      END,
      CASE
        WHEN `t47`.`completeness_last_10` IS NULL
        THEN 'completeness_last_10'
        ELSE NULL
      END
    ],
    ', '
  ) AS `missing_required`,
  CASE
    WHEN `t47`.`out`
    THEN 'PLAYER_DNP'
    WHEN `t47`.`team_games_missing` > 0
    THEN 'MISSING_UPSTREAM'
    WHEN `t47`.`games_without_clock` > 0
    THEN 'INCOMPLETE_UPSTREAM'
    WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
    THEN 'EXPECTED_INCOMPLETE'
    WHEN (
      (
        CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
      ) < 9
    )
    OR (
      `t47`.`zone_reason` IS NOT NULL
    )
    THEN 'INSUFFICIENT_HISTORY'
    ELSE NULL
  END AS `reason`,
  CASE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'EXPECTED_INCOMPLETE'
    THEN FALSE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'INSUFFICIENT_HISTORY'
    THEN FALSE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'MISSING_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'INCOMPLETE_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'STALE_UPSTREAM'
    THEN TRUE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'PLAYER_DNP'
    THEN FALSE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'NAME_UNRESOLVED'
    THEN TRUE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'VALIDATION_ERROR'
    THEN TRUE
    WHEN CASE
      WHEN `t47`.`out`
      THEN 'PLAYER_DNP'
      WHEN `t47`.`team_games_missing` > 0
      THEN 'MISSING_UPSTREAM'
      WHEN `t47`.`games_without_clock` > 0
      THEN 'INCOMPLETE_UPSTREAM'
      WHEN `t47`.`zone_reason` = 'EXPECTED_INCOMPLETE'
      THEN 'EXPECTED_INCOMPLETE'
      WHEN (
        (
          CASE WHEN `t47`.`points_avg_last_10` IS NULL THEN 0 ELSE 1 END + 0 + CASE WHEN `t47`.`minutes_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`field_goals_attempted_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`days_since_played` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`fatigue_score` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`team_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_pace_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`opponent_defensive_rating_avg_last_10` IS NULL THEN 0 ELSE 1 END + CASE WHEN `t47`.`completeness_last_10` IS NULL THEN 0 ELSE 1 END
        ) < 9
      )
      OR (
        `t47`.`zone_reason` IS NOT NULL
      )
      THEN 'INSUFFICIENT_HISTORY'
      ELSE NULL
    END = 'PROCESSING_ERROR'
    THEN TRUE
    ELSE NULL
  END AS `reason_is_curable`,
  `t47`.`games_last_3`,
  `t47`.`games_last_5`,
  `t47`.`games_last_10`,
  `t47`.`games_last_20`,
  `t47`.`games_season`,
  `t47`.`points_avg_last_3`,
  `t47`.`points_avg_last_5`,
  `t47`.`points_avg_last_10`,
  `t47`.`points_std_last_10`,
  `t47`.`points_avg_last_20`,
  `t47`.`points_avg_season`,
  `t47`.`points_std_season`,
  `t47`.`points_avg_recent`,
  `t47`.`points_slope_last_10`,
  `t47`.`rebounds_avg_last_3`,
  `t47`.`rebounds_avg_last_5`,
  `t47`.`rebounds_avg_last_10`,
  `t47`.`rebounds_std_last_10`,
  `t47`.`rebounds_avg_last_20`,
  `t47`.`rebounds_avg_season`,
  `t47`.`rebounds_std_season`,
  `t47`.`rebounds_avg_recent`,
  `t47`.`rebounds_slope_last_10`,
  `t47`.`assists_avg_last_3`,
  `t47`.`assists_avg_last_5`,
  `t47`.`assists_avg_last_10`,
  `t47`.`assists_std_last_10`,
  `t47`.`assists_avg_last_20`,
  `t47`.`assists_avg_season`,
  `t47`.`assists_std_season`,
  `t47`.`assists_avg_recent`,
  `t47`.`assists_slope_last_10`,
  `t47`.`threes_avg_last_3`,
  `t47`.`threes_avg_last_5`,
  `t47`.`threes_avg_last_10`,
  `t47`.`threes_std_last_10`,
  `t47`.`threes_avg_last_20`,
  `t47`.`threes_avg_season`,
  `t47`.`threes_std_season`,
  `t47`.`threes_avg_recent`,
  `t47`.`threes_slope_last_10`,
  `t47`.`steals_avg_last_10`,
  `t47`.`steals_std_last_10`,
  `t47`.`steals_avg_last_20`,
  `t47`.`steals_avg_season`,
  `t47`.`steals_std_season`,
  `t47`.`steals_avg_recent`,
  `t47`.`steals_slope_last_10`,
  `t47`.`blocks_avg_last_10`,
  `t47`.`blocks_std_last_10`,
  `t47`.`blocks_avg_last_20`,
  `t47`.`blocks_avg_season`,
  `t47`.`blocks_std_season`,
  `t47`.`blocks_avg_recent`,
  `t47`.`blocks_slope_last_10`,
  `t47`.`turnovers_avg_last_10`,
  `t47`.`turnovers_std_last_10`,
  `t47`.`turnovers_avg_last_20`,
  `t47`.`turnovers_avg_season`,
  `t47`.`turnovers_std_season`,
  `t47`.`turnovers_avg_recent`,
  `t47`.`turnovers_slope_last_10`,
  `t47`.`points_rebounds_assists_avg_last_5`,
  `t47`.`points_rebounds_assists_avg_last_10`,
  `t47`.`points_rebounds_assists_std_last_10`,
  `t47`.`points_rebounds_assists_avg_season`,
  `t47`.`points_rebounds_assists_std_season`,
  `t47`.`points_rebounds_avg_last_5`,
  `t47`.`points_rebounds_avg_last_10`,
  `t47`.`points_rebounds_std_last_10`,
  `t47`.`points_rebounds_avg_season`,
  `t47`.`points_rebounds_std_season`,
  `t47`.`points_assists_avg_last_5`,
  `t47`.`points_assists_avg_last_10`,
  `t47`.`points_assists_std_last_10`,
  `t47`.`points_assists_avg_season`,
  `t47`.`points_assists_std_season`,
  `t47`.`rebounds_assists_avg_last_5`,
  `t47`.`rebounds_assists_avg_last_10`,
  `t47`.`rebounds_assists_std_last_10`,
  `t47`.`rebounds_assists_avg_season`,
  `t47`.`rebounds_assists_std_season`,
  `t47`.`blocks_steals_avg_last_5`,
  `t47`.`blocks_steals_avg_last_10`,
  `t47`.`blocks_steals_std_last_10`,
  `t47`.`blocks_steals_avg_season`,
  `t47`.`blocks_steals_std_season`,
  `t47`.`minutes_avg_last_3`,
  `t47`.`minutes_avg_last_5`,
  `t47`.`minutes_avg_last_10`,
  `t47`.`minutes_std_last_10`,
  `t47`.`minutes_avg_last_20`,
  `t47`.`minutes_avg_season`,
  `t47`.`minutes_std_season`,
  `t47`.`minutes_avg_recent`,
  `t47`.`usage_rate_avg_last_3`,
  `t47`.`usage_rate_avg_last_5`,
  `t47`.`usage_rate_avg_last_10`,
  `t47`.`usage_rate_std_last_10`,
  `t47`.`usage_rate_avg_last_20`,
  `t47`.`usage_rate_avg_season`,
  `t47`.`usage_rate_std_season`,
  `t47`.`usage_rate_avg_recent`,
  `t47`.`true_shooting_share_avg_last_3`,
  `t47`.`true_shooting_share_avg_last_5`,
  `t47`.`true_shooting_share_avg_last_10`,
  `t47`.`true_shooting_share_avg_last_20`,
  `t47`.`true_shooting_share_avg_season`,
  `t47`.`starts_avg_last_5`,
  `t47`.`starts_avg_last_10`,
  `t47`.`starts_avg_last_20`,
  `t47`.`starts_avg_season`,
  `t47`.`field_goals_attempted_avg_last_5`,
  `t47`.`field_goals_attempted_avg_last_10`,
  `t47`.`field_goals_attempted_avg_last_20`,
  `t47`.`field_goals_attempted_avg_season`,
  `t47`.`field_goals_attempted_avg_recent`,
  `t47`.`field_goals_made_avg_last_5`,
  `t47`.`field_goals_made_avg_last_10`,
  `t47`.`field_goals_made_avg_last_20`,
  `t47`.`field_goals_made_avg_season`,
  `t47`.`field_goals_made_avg_recent`,
  `t47`.`threes_attempted_avg_last_5`,
  `t47`.`threes_attempted_avg_last_10`,
  `t47`.`threes_attempted_avg_last_20`,
  `t47`.`threes_attempted_avg_season`,
  `t47`.`threes_attempted_avg_recent`,
  `t47`.`free_throws_attempted_avg_last_5`,
  `t47`.`free_throws_attempted_avg_last_10`,
  `t47`.`free_throws_attempted_avg_last_20`,
  `t47`.`free_throws_attempted_avg_season`,
  `t47`.`free_throws_attempted_avg_recent`,
  `t47`.`free_throws_made_avg_last_5`,
  `t47`.`free_throws_made_avg_last_10`,
  `t47`.`free_throws_made_avg_last_20`,
  `t47`.`free_throws_made_avg_season`,
  `t47`.`free_throws_made_avg_recent`,
  `t47`.`paint_attempts_avg_last_10`,
  `t47`.`paint_makes_avg_last_10`,
  `t47`.`mid_range_attempts_avg_last_10`,
  `t47`.`mid_range_makes_avg_last_10`,
  `t47`.`corner_three_attempts_avg_last_10`,
  `t47`.`corner_three_makes_avg_last_10`,
  `t47`.`above_break_three_attempts_avg_last_10`,
  `t47`.`above_break_three_makes_avg_last_10`,
  `t47`.`paint_share_last_10`,
  `t47`.`mid_range_share_last_10`,
  `t47`.`corner_three_share_last_10`,
  `t47`.`above_break_three_share_last_10`,
  `t47`.`paint_field_goal_share_last_10`,
  `t47`.`mid_range_field_goal_share_last_10`,
  `t47`.`corner_three_field_goal_share_last_10`,
  `t47`.`above_break_three_field_goal_share_last_10`,
  `t47`.`three_share_last_10`,
  `t47`.`zone_attempts_last_10`,
  `t47`.`assisted_share_last_10`,
  `t47`.`paint_share_last_20`,
  `t47`.`mid_range_share_last_20`,
  `t47`.`corner_three_share_last_20`,
  `t47`.`above_break_three_share_last_20`,
  `t47`.`paint_field_goal_share_last_20`,
  `t47`.`mid_range_field_goal_share_last_20`,
  `t47`.`corner_three_field_goal_share_last_20`,
  `t47`.`above_break_three_field_goal_share_last_20`,
  `t47`.`three_share_last_20`,
  `t47`.`zone_attempts_last_20`,
  `t47`.`assisted_share_last_20`,
  `t47`.`days_since_played`,
  `t47`.`games_last_7_days`,
  `t47`.`games_last_14_days`,
  `t47`.`minutes_last_7_days`,
  `t47`.`minutes_last_14_days`,
  `t47`.`back_to_backs_last_14_days`,
  `t47`.`games_since_long_absence`,
  `t47`.`games_since_trade`,
  `t47`.`points_line`,
  `t47`.`points_opening_line`,
  `t47`.`points_line_move`,
  `t47`.`has_points_line`,
  `t47`.`teammates_out`,
  `t47`.`teammates_out_minutes`,
  `t47`.`teammates_out_points`,
  `t47`.`teammates_newly_out_minutes`,
  `t47`.`teammates_newly_out_points`,
  `t47`.`teammates_newly_out_usage`,
  `t47`.`teammates_back_minutes`,
  `t47`.`teammates_available_minutes`,
  `t47`.`teammates_available_usage_minutes`,
  `t47`.`teammates_newly_out_usage_minutes`,
  `t47`.`morning_teammates_out`,
  `t47`.`morning_teammates_out_minutes`,
  `t47`.`morning_teammates_out_points`,
  `t47`.`morning_teammates_newly_out_minutes`,
  `t47`.`morning_teammates_newly_out_points`,
  `t47`.`morning_teammates_newly_out_usage`,
  `t47`.`morning_teammates_back_minutes`,
  `t47`.`morning_teammates_available_minutes`,
  `t47`.`morning_teammates_available_usage_minutes`,
  `t47`.`morning_teammates_newly_out_usage_minutes`,
  `t47`.`home`,
  `t47`.`is_playoff`,
  `t47`.`is_back_to_back`,
  `t47`.`days_rest`,
  `t47`.`opponent_days_rest`,
  `t47`.`rest_advantage`,
  `t47`.`consecutive_road_games`,
  `t47`.`travel_kilometers`,
  `t47`.`time_zones_crossed`,
  `t47`.`spread`,
  `t47`.`spread_move`,
  `t47`.`total`,
  `t47`.`total_move`,
  `t47`.`implied_team_total`,
  `t47`.`team_games_last_7_days`,
  `t47`.`team_back_to_backs_last_14_days`,
  `t47`.`age_years`,
  `t47`.`fatigue_score`,
  `t47`.`fatigue_adjustment`,
  `t47`.`shot_zone_mismatch_score`,
  `t47`.`pace_score`,
  `t47`.`usage_spike_score`,
  `t47`.`travel_score`,
  `t47`.`opponent_strength_score`,
  `t47`.`games_vs_opponent`,
  `t47`.`points_avg_vs_opponent`,
  `t47`.`rebounds_avg_vs_opponent`,
  `t47`.`assists_avg_vs_opponent`,
  `t47`.`threes_avg_vs_opponent`,
  `t47`.`steals_avg_vs_opponent`,
  `t47`.`blocks_avg_vs_opponent`,
  `t47`.`turnovers_avg_vs_opponent`,
  `t47`.`points_rebounds_assists_avg_vs_opponent`,
  `t47`.`points_rebounds_avg_vs_opponent`,
  `t47`.`points_assists_avg_vs_opponent`,
  `t47`.`rebounds_assists_avg_vs_opponent`,
  `t47`.`blocks_steals_avg_vs_opponent`,
  `t47`.`injury_risk`,
  `t47`.`recent_trend`,
  `t47`.`minutes_change`,
  `t47`.`free_throw_points_share`,
  `t47`.`points_per_minute`,
  `t47`.`points_zscore`,
  `t47`.`breakout_flag`,
  `t47`.`breakout_rate_last_20`,
  `t47`.`breakout_risk_score`,
  `t47`.`composite_breakout_signal`,
  `t47`.`dnp_rate`,
  `t47`.`games_without_clock`,
  `t47`.`team_games_missing`,
  `t47`.`completeness_last_3`,
  `t47`.`completeness_last_5`,
  `t47`.`completeness_last_10`,
  `t47`.`completeness_last_20`,
  `t47`.`starting`,
  `t47`.`starting_minutes_avg_last_10`,
  `t47`.`starting_points_avg_last_10`,
  `t47`.`off_bench_minutes_avg_last_10`,
  `t47`.`off_bench_points_avg_last_10`,
  `t47`.`role_minutes`,
  `t47`.`role_points`,
  `t47`.`minutes_rank`,
  `t47`.`teammates_available_points`,
  `t47`.`teammates_starting_minutes`,
  `t47`.`usual_starters_missing_minutes`,
  `t47`.`similar_games`,
  `t47`.`points_avg_similar`,
  `t47`.`rebounds_avg_similar`,
  `t47`.`assists_avg_similar`,
  `t47`.`threes_avg_similar`,
  `t47`.`steals_avg_similar`,
  `t47`.`blocks_avg_similar`,
  `t47`.`turnovers_avg_similar`,
  `t47`.`rate_points`,
  `t47`.`rate_rebounds`,
  `t47`.`rate_offensive_rebounds`,
  `t47`.`rate_assists`,
  `t47`.`rate_threes_made`,
  `t47`.`rate_threes_attempted`,
  `t47`.`rate_field_goals_attempted`,
  `t47`.`rate_free_throws_attempted`,
  `t47`.`rate_steals`,
  `t47`.`rate_blocks`,
  `t47`.`rate_personal_fouls`,
  `t47`.`rate_possessions_used`,
  `t47`.`recent_rate_points`,
  `t47`.`recent_rate_rebounds`,
  `t47`.`recent_rate_assists`,
  `t47`.`recent_rate_threes_made`,
  `t47`.`recent_rate_threes_attempted`,
  `t47`.`recent_rate_possessions_used`,
  `t47`.`projected_rate_points`,
  `t47`.`projected_rate_rebounds`,
  `t47`.`projected_rate_offensive_rebounds`,
  `t47`.`projected_rate_assists`,
  `t47`.`projected_rate_threes_made`,
  `t47`.`projected_rate_threes_attempted`,
  `t47`.`projected_rate_field_goals_attempted`,
  `t47`.`projected_rate_free_throws_attempted`,
  `t47`.`projected_rate_steals`,
  `t47`.`projected_rate_blocks`,
  `t47`.`projected_rate_personal_fouls`,
  `t47`.`projected_rate_possessions_used`,
  `t47`.`expected_points_last_3`,
  `t47`.`expected_points_last_8`,
  `t47`.`expected_points_last_25`,
  `t47`.`expected_points`,
  `t47`.`expected_threes_last_8`,
  `t47`.`expected_threes_last_25`,
  `t47`.`expected_threes`,
  `t47`.`shooting_luck_last_8`,
  `t47`.`three_share_made`,
  `t47`.`decayed_minutes`,
  `t47`.`start_share`,
  `t47`.`play_share`,
  `t47`.`appear_share`,
  `t47`.`starter_minutes_fast`,
  `t47`.`starter_minutes_slow`,
  `t47`.`bench_minutes_fast`,
  `t47`.`bench_minutes_slow`,
  `t47`.`team_pace_avg_last_10`,
  `t47`.`team_offensive_rating_avg_last_10`,
  `t47`.`team_defensive_rating_avg_last_10`,
  `t47`.`team_points_avg_last_10`,
  `t47`.`team_wins_avg_last_10`,
  `t47`.`team_wins_avg_season`,
  `t47`.`team_points_allowed_avg_last_10`,
  `t47`.`team_rebounds_allowed_avg_last_10`,
  `t47`.`team_assists_allowed_avg_last_10`,
  `t47`.`team_threes_allowed_avg_last_10`,
  `t47`.`team_steals_allowed_avg_last_10`,
  `t47`.`team_blocks_allowed_avg_last_10`,
  `t47`.`team_turnovers_forced_avg_last_10`,
  `t47`.`opponent_pace_avg_last_10`,
  `t47`.`opponent_offensive_rating_avg_last_10`,
  `t47`.`opponent_defensive_rating_avg_last_10`,
  `t47`.`opponent_points_avg_last_10`,
  `t47`.`opponent_wins_avg_last_10`,
  `t47`.`opponent_wins_avg_season`,
  `t47`.`opponent_points_allowed_avg_last_10`,
  `t47`.`opponent_rebounds_allowed_avg_last_10`,
  `t47`.`opponent_assists_allowed_avg_last_10`,
  `t47`.`opponent_threes_allowed_avg_last_10`,
  `t47`.`opponent_steals_allowed_avg_last_10`,
  `t47`.`opponent_blocks_allowed_avg_last_10`,
  `t47`.`opponent_turnovers_forced_avg_last_10`,
  `t47`.`opponent_paint_weakness`,
  `t47`.`opponent_mid_range_weakness`,
  `t47`.`opponent_corner_three_weakness`,
  `t47`.`opponent_above_break_three_weakness`
FROM (
  SELECT
    `t31`.`game_id`,
    `t31`.`game_date`,
    `t31`.`player_id`,
    `t31`.`player_name`,
    `t31`.`name_key`,
    `t31`.`team_id`,
    `t31`.`opponent_id`,
    `t31`.`season`,
    `t31`.`tip_at`,
    `t31`.`out`,
    `t31`.`morning_out`,
    `t32`.`days_since_played`,
    `t32`.`games_last_7_days`,
    `t32`.`games_last_14_days`,
    `t32`.`minutes_last_7_days`,
    `t32`.`minutes_last_14_days`,
    `t32`.`back_to_backs_last_14_days`,
    `t32`.`games_since_long_absence`,
    `t32`.`games_since_trade`,
    `t32`.`points_line`,
    `t32`.`points_opening_line`,
    `t32`.`points_line_move`,
    `t32`.`has_points_line`,
    `t32`.`teammates_out`,
    `t32`.`teammates_out_minutes`,
    `t32`.`teammates_out_points`,
    `t32`.`teammates_newly_out_minutes`,
    `t32`.`teammates_newly_out_points`,
    `t32`.`teammates_newly_out_usage`,
    `t32`.`teammates_back_minutes`,
    `t32`.`teammates_available_minutes`,
    `t32`.`teammates_available_usage_minutes`,
    `t32`.`teammates_newly_out_usage_minutes`,
    `t32`.`morning_teammates_out`,
    `t32`.`morning_teammates_out_minutes`,
    `t32`.`morning_teammates_out_points`,
    `t32`.`morning_teammates_newly_out_minutes`,
    `t32`.`morning_teammates_newly_out_points`,
    `t32`.`morning_teammates_newly_out_usage`,
    `t32`.`morning_teammates_back_minutes`,
    `t32`.`morning_teammates_available_minutes`,
    `t32`.`morning_teammates_available_usage_minutes`,
    `t32`.`morning_teammates_newly_out_usage_minutes`,
    `t33`.`games_last_3`,
    `t33`.`games_last_5`,
    `t33`.`games_last_10`,
    `t33`.`games_last_20`,
    `t33`.`games_season`,
    `t33`.`points_avg_last_3`,
    `t33`.`points_avg_last_5`,
    `t33`.`points_avg_last_10`,
    `t33`.`points_std_last_10`,
    `t33`.`points_avg_last_20`,
    `t33`.`points_avg_season`,
    `t33`.`points_std_season`,
    `t33`.`points_avg_recent`,
    `t33`.`points_slope_last_10`,
    `t33`.`rebounds_avg_last_3`,
    `t33`.`rebounds_avg_last_5`,
    `t33`.`rebounds_avg_last_10`,
    `t33`.`rebounds_std_last_10`,
    `t33`.`rebounds_avg_last_20`,
    `t33`.`rebounds_avg_season`,
    `t33`.`rebounds_std_season`,
    `t33`.`rebounds_avg_recent`,
    `t33`.`rebounds_slope_last_10`,
    `t33`.`assists_avg_last_3`,
    `t33`.`assists_avg_last_5`,
    `t33`.`assists_avg_last_10`,
    `t33`.`assists_std_last_10`,
    `t33`.`assists_avg_last_20`,
    `t33`.`assists_avg_season`,
    `t33`.`assists_std_season`,
    `t33`.`assists_avg_recent`,
    `t33`.`assists_slope_last_10`,
    `t33`.`threes_avg_last_3`,
    `t33`.`threes_avg_last_5`,
    `t33`.`threes_avg_last_10`,
    `t33`.`threes_std_last_10`,
    `t33`.`threes_avg_last_20`,
    `t33`.`threes_avg_season`,
    `t33`.`threes_std_season`,
    `t33`.`threes_avg_recent`,
    `t33`.`threes_slope_last_10`,
    `t33`.`steals_avg_last_10`,
    `t33`.`steals_std_last_10`,
    `t33`.`steals_avg_last_20`,
    `t33`.`steals_avg_season`,
    `t33`.`steals_std_season`,
    `t33`.`steals_avg_recent`,
    `t33`.`steals_slope_last_10`,
    `t33`.`blocks_avg_last_10`,
    `t33`.`blocks_std_last_10`,
    `t33`.`blocks_avg_last_20`,
    `t33`.`blocks_avg_season`,
    `t33`.`blocks_std_season`,
    `t33`.`blocks_avg_recent`,
    `t33`.`blocks_slope_last_10`,
    `t33`.`turnovers_avg_last_10`,
    `t33`.`turnovers_std_last_10`,
    `t33`.`turnovers_avg_last_20`,
    `t33`.`turnovers_avg_season`,
    `t33`.`turnovers_std_season`,
    `t33`.`turnovers_avg_recent`,
    `t33`.`turnovers_slope_last_10`,
    `t33`.`points_rebounds_assists_avg_last_5`,
    `t33`.`points_rebounds_assists_avg_last_10`,
    `t33`.`points_rebounds_assists_std_last_10`,
    `t33`.`points_rebounds_assists_avg_season`,
    `t33`.`points_rebounds_assists_std_season`,
    `t33`.`points_rebounds_avg_last_5`,
    `t33`.`points_rebounds_avg_last_10`,
    `t33`.`points_rebounds_std_last_10`,
    `t33`.`points_rebounds_avg_season`,
    `t33`.`points_rebounds_std_season`,
    `t33`.`points_assists_avg_last_5`,
    `t33`.`points_assists_avg_last_10`,
    `t33`.`points_assists_std_last_10`,
    `t33`.`points_assists_avg_season`,
    `t33`.`points_assists_std_season`,
    `t33`.`rebounds_assists_avg_last_5`,
    `t33`.`rebounds_assists_avg_last_10`,
    `t33`.`rebounds_assists_std_last_10`,
    `t33`.`rebounds_assists_avg_season`,
    `t33`.`rebounds_assists_std_season`,
    `t33`.`blocks_steals_avg_last_5`,
    `t33`.`blocks_steals_avg_last_10`,
    `t33`.`blocks_steals_std_last_10`,
    `t33`.`blocks_steals_avg_season`,
    `t33`.`blocks_steals_std_season`,
    `t33`.`minutes_avg_last_3`,
    `t33`.`minutes_avg_last_5`,
    `t33`.`minutes_avg_last_10`,
    `t33`.`minutes_std_last_10`,
    `t33`.`minutes_avg_last_20`,
    `t33`.`minutes_avg_season`,
    `t33`.`minutes_std_season`,
    `t33`.`minutes_avg_recent`,
    `t33`.`usage_rate_avg_last_3`,
    `t33`.`usage_rate_avg_last_5`,
    `t33`.`usage_rate_avg_last_10`,
    `t33`.`usage_rate_std_last_10`,
    `t33`.`usage_rate_avg_last_20`,
    `t33`.`usage_rate_avg_season`,
    `t33`.`usage_rate_std_season`,
    `t33`.`usage_rate_avg_recent`,
    `t33`.`true_shooting_share_avg_last_3`,
    `t33`.`true_shooting_share_avg_last_5`,
    `t33`.`true_shooting_share_avg_last_10`,
    `t33`.`true_shooting_share_avg_last_20`,
    `t33`.`true_shooting_share_avg_season`,
    `t33`.`starts_avg_last_5`,
    `t33`.`starts_avg_last_10`,
    `t33`.`starts_avg_last_20`,
    `t33`.`starts_avg_season`,
    `t33`.`field_goals_attempted_avg_last_5`,
    `t33`.`field_goals_attempted_avg_last_10`,
    `t33`.`field_goals_attempted_avg_last_20`,
    `t33`.`field_goals_attempted_avg_season`,
    `t33`.`field_goals_attempted_avg_recent`,
    `t33`.`field_goals_made_avg_last_5`,
    `t33`.`field_goals_made_avg_last_10`,
    `t33`.`field_goals_made_avg_last_20`,
    `t33`.`field_goals_made_avg_season`,
    `t33`.`field_goals_made_avg_recent`,
    `t33`.`threes_attempted_avg_last_5`,
    `t33`.`threes_attempted_avg_last_10`,
    `t33`.`threes_attempted_avg_last_20`,
    `t33`.`threes_attempted_avg_season`,
    `t33`.`threes_attempted_avg_recent`,
    `t33`.`free_throws_attempted_avg_last_5`,
    `t33`.`free_throws_attempted_avg_last_10`,
    `t33`.`free_throws_attempted_avg_last_20`,
    `t33`.`free_throws_attempted_avg_season`,
    `t33`.`free_throws_attempted_avg_recent`,
    `t33`.`free_throws_made_avg_last_5`,
    `t33`.`free_throws_made_avg_last_10`,
    `t33`.`free_throws_made_avg_last_20`,
    `t33`.`free_throws_made_avg_season`,
    `t33`.`free_throws_made_avg_recent`,
    `t34`.`paint_attempts_avg_last_10`,
    `t34`.`paint_makes_avg_last_10`,
    `t34`.`mid_range_attempts_avg_last_10`,
    `t34`.`mid_range_makes_avg_last_10`,
    `t34`.`corner_three_attempts_avg_last_10`,
    `t34`.`corner_three_makes_avg_last_10`,
    `t34`.`above_break_three_attempts_avg_last_10`,
    `t34`.`above_break_three_makes_avg_last_10`,
    `t34`.`paint_share_last_10`,
    `t34`.`mid_range_share_last_10`,
    `t34`.`corner_three_share_last_10`,
    `t34`.`above_break_three_share_last_10`,
    `t34`.`paint_field_goal_share_last_10`,
    `t34`.`mid_range_field_goal_share_last_10`,
    `t34`.`corner_three_field_goal_share_last_10`,
    `t34`.`above_break_three_field_goal_share_last_10`,
    `t34`.`three_share_last_10`,
    `t34`.`zone_attempts_last_10`,
    `t34`.`assisted_share_last_10`,
    `t34`.`paint_share_last_20`,
    `t34`.`mid_range_share_last_20`,
    `t34`.`corner_three_share_last_20`,
    `t34`.`above_break_three_share_last_20`,
    `t34`.`paint_field_goal_share_last_20`,
    `t34`.`mid_range_field_goal_share_last_20`,
    `t34`.`corner_three_field_goal_share_last_20`,
    `t34`.`above_break_three_field_goal_share_last_20`,
    `t34`.`three_share_last_20`,
    `t34`.`zone_attempts_last_20`,
    `t34`.`assisted_share_last_20`,
    `t34`.`zone_reason`,
    `t35`.`age_years`,
    `t35`.`fatigue_score`,
    `t35`.`fatigue_adjustment`,
    `t35`.`shot_zone_mismatch_score`,
    `t35`.`pace_score`,
    `t35`.`usage_spike_score`,
    `t35`.`travel_score`,
    `t35`.`opponent_strength_score`,
    `t36`.`games_vs_opponent`,
    `t36`.`points_avg_vs_opponent`,
    `t36`.`rebounds_avg_vs_opponent`,
    `t36`.`assists_avg_vs_opponent`,
    `t36`.`threes_avg_vs_opponent`,
    `t36`.`steals_avg_vs_opponent`,
    `t36`.`blocks_avg_vs_opponent`,
    `t36`.`turnovers_avg_vs_opponent`,
    `t36`.`points_rebounds_assists_avg_vs_opponent`,
    `t36`.`points_rebounds_avg_vs_opponent`,
    `t36`.`points_assists_avg_vs_opponent`,
    `t36`.`rebounds_assists_avg_vs_opponent`,
    `t36`.`blocks_steals_avg_vs_opponent`,
    `t37`.`injury_risk`,
    `t37`.`recent_trend`,
    `t37`.`minutes_change`,
    `t37`.`free_throw_points_share`,
    `t37`.`points_per_minute`,
    `t37`.`points_zscore`,
    `t37`.`breakout_flag`,
    `t37`.`breakout_rate_last_20`,
    `t37`.`breakout_risk_score`,
    `t37`.`composite_breakout_signal`,
    `t38`.`dnp_rate`,
    `t38`.`games_without_clock`,
    `t38`.`team_games_missing`,
    `t38`.`completeness_last_3`,
    `t38`.`completeness_last_5`,
    `t38`.`completeness_last_10`,
    `t38`.`completeness_last_20`,
    `t39`.`starting`,
    `t39`.`starting_minutes_avg_last_10`,
    `t39`.`starting_points_avg_last_10`,
    `t39`.`off_bench_minutes_avg_last_10`,
    `t39`.`off_bench_points_avg_last_10`,
    `t39`.`role_minutes`,
    `t39`.`role_points`,
    `t39`.`minutes_rank`,
    `t39`.`teammates_available_points`,
    `t39`.`teammates_starting_minutes`,
    `t39`.`usual_starters_missing_minutes`,
    `t40`.`similar_games`,
    `t40`.`points_avg_similar`,
    `t40`.`rebounds_avg_similar`,
    `t40`.`assists_avg_similar`,
    `t40`.`threes_avg_similar`,
    `t40`.`steals_avg_similar`,
    `t40`.`blocks_avg_similar`,
    `t40`.`turnovers_avg_similar`,
    `t41`.`rate_points`,
    `t41`.`rate_rebounds`,
    `t41`.`rate_offensive_rebounds`,
    `t41`.`rate_assists`,
    `t41`.`rate_threes_made`,
    `t41`.`rate_threes_attempted`,
    `t41`.`rate_field_goals_attempted`,
    `t41`.`rate_free_throws_attempted`,
    `t41`.`rate_steals`,
    `t41`.`rate_blocks`,
    `t41`.`rate_personal_fouls`,
    `t41`.`rate_possessions_used`,
    `t41`.`recent_rate_points`,
    `t41`.`recent_rate_rebounds`,
    `t41`.`recent_rate_assists`,
    `t41`.`recent_rate_threes_made`,
    `t41`.`recent_rate_threes_attempted`,
    `t41`.`recent_rate_possessions_used`,
    `t41`.`projected_rate_points`,
    `t41`.`projected_rate_rebounds`,
    `t41`.`projected_rate_offensive_rebounds`,
    `t41`.`projected_rate_assists`,
    `t41`.`projected_rate_threes_made`,
    `t41`.`projected_rate_threes_attempted`,
    `t41`.`projected_rate_field_goals_attempted`,
    `t41`.`projected_rate_free_throws_attempted`,
    `t41`.`projected_rate_steals`,
    `t41`.`projected_rate_blocks`,
    `t41`.`projected_rate_personal_fouls`,
    `t41`.`projected_rate_possessions_used`,
    `t41`.`expected_points_last_3`,
    `t41`.`expected_points_last_8`,
    `t41`.`expected_points_last_25`,
    `t41`.`expected_points`,
    `t41`.`expected_threes_last_8`,
    `t41`.`expected_threes_last_25`,
    `t41`.`expected_threes`,
    `t41`.`shooting_luck_last_8`,
    `t41`.`three_share_made`,
    `t41`.`decayed_minutes`,
    `t42`.`start_share`,
    `t42`.`play_share`,
    `t42`.`appear_share`,
    `t42`.`starter_minutes_fast`,
    `t42`.`starter_minutes_slow`,
    `t42`.`bench_minutes_fast`,
    `t42`.`bench_minutes_slow`,
    `t43`.`game_of_upcoming_team_game_context`,
    `t43`.`team_of_upcoming_team_game_context`,
    `t43`.`home`,
    `t43`.`is_playoff`,
    `t43`.`is_back_to_back`,
    `t43`.`days_rest`,
    `t43`.`opponent_days_rest`,
    `t43`.`rest_advantage`,
    `t43`.`consecutive_road_games`,
    `t43`.`travel_kilometers`,
    `t43`.`time_zones_crossed`,
    `t43`.`spread`,
    `t43`.`spread_move`,
    `t43`.`total`,
    `t43`.`total_move`,
    `t43`.`implied_team_total`,
    `t43`.`team_games_last_7_days`,
    `t43`.`team_back_to_backs_last_14_days`,
    `t44`.`game_of_team_team_daily_cache`,
    `t44`.`team_of_team_team_daily_cache`,
    `t44`.`team_pace_avg_last_10`,
    `t44`.`team_offensive_rating_avg_last_10`,
    `t44`.`team_defensive_rating_avg_last_10`,
    `t44`.`team_points_avg_last_10`,
    `t44`.`team_wins_avg_last_10`,
    `t44`.`team_wins_avg_season`,
    `t44`.`team_points_allowed_avg_last_10`,
    `t44`.`team_rebounds_allowed_avg_last_10`,
    `t44`.`team_assists_allowed_avg_last_10`,
    `t44`.`team_threes_allowed_avg_last_10`,
    `t44`.`team_steals_allowed_avg_last_10`,
    `t44`.`team_blocks_allowed_avg_last_10`,
    `t44`.`team_turnovers_forced_avg_last_10`,
    `t45`.`game_of_opponent_team_daily_cache`,
    `t45`.`team_of_opponent_team_daily_cache`,
    `t45`.`opponent_pace_avg_last_10`,
    `t45`.`opponent_offensive_rating_avg_last_10`,
    `t45`.`opponent_defensive_rating_avg_last_10`,
    `t45`.`opponent_points_avg_last_10`,
    `t45`.`opponent_wins_avg_last_10`,
    `t45`.`opponent_wins_avg_season`,
    `t45`.`opponent_points_allowed_avg_last_10`,
    `t45`.`opponent_rebounds_allowed_avg_last_10`,
    `t45`.`opponent_assists_allowed_avg_last_10`,
    `t45`.`opponent_threes_allowed_avg_last_10`,
    `t45`.`opponent_steals_allowed_avg_last_10`,
    `t45`.`opponent_blocks_allowed_avg_last_10`,
    `t45`.`opponent_turnovers_forced_avg_last_10`,
    `t46`.`game_of_opponent_team_defense_zone_analysis`,
    `t46`.`team_of_opponent_team_defense_zone_analysis`,
    `t46`.`opponent_paint_weakness`,
    `t46`.`opponent_mid_range_weakness`,
    `t46`.`opponent_corner_three_weakness`,
    `t46`.`opponent_above_break_three_weakness`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`player_id`,
      `t0`.`player_name`,
      `t0`.`name_key`,
      `t0`.`team_id`,
      `t0`.`opponent_id`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`out`,
      `t0`.`morning_out`
    FROM `input_player_pool` AS `t0`
  ) AS `t31`
  INNER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`days_since_played`,
      `t1`.`games_last_7_days`,
      `t1`.`games_last_14_days`,
      `t1`.`minutes_last_7_days`,
      `t1`.`minutes_last_14_days`,
      `t1`.`back_to_backs_last_14_days`,
      `t1`.`games_since_long_absence`,
      `t1`.`games_since_trade`,
      `t1`.`points_line`,
      `t1`.`points_opening_line`,
      `t1`.`points_line_move`,
      `t1`.`has_points_line`,
      `t1`.`teammates_out`,
      `t1`.`teammates_out_minutes`,
      `t1`.`teammates_out_points`,
      `t1`.`teammates_newly_out_minutes`,
      `t1`.`teammates_newly_out_points`,
      `t1`.`teammates_newly_out_usage`,
      `t1`.`teammates_back_minutes`,
      `t1`.`teammates_available_minutes`,
      `t1`.`teammates_available_usage_minutes`,
      `t1`.`teammates_newly_out_usage_minutes`,
      `t1`.`morning_teammates_out`,
      `t1`.`morning_teammates_out_minutes`,
      `t1`.`morning_teammates_out_points`,
      `t1`.`morning_teammates_newly_out_minutes`,
      `t1`.`morning_teammates_newly_out_points`,
      `t1`.`morning_teammates_newly_out_usage`,
      `t1`.`morning_teammates_back_minutes`,
      `t1`.`morning_teammates_available_minutes`,
      `t1`.`morning_teammates_available_usage_minutes`,
      `t1`.`morning_teammates_newly_out_usage_minutes`
    FROM `input_upcoming_player_game_context` AS `t1`
  ) AS `t32`
    ON `t31`.`game_id` = `t32`.`game_id` AND `t31`.`player_id` = `t32`.`player_id`
  INNER JOIN (
    SELECT
      `t2`.`game_id`,
      `t2`.`player_id`,
      `t2`.`games_last_3`,
      `t2`.`games_last_5`,
      `t2`.`games_last_10`,
      `t2`.`games_last_20`,
      `t2`.`games_season`,
      `t2`.`points_avg_last_3`,
      `t2`.`points_avg_last_5`,
      `t2`.`points_avg_last_10`,
      `t2`.`points_std_last_10`,
      `t2`.`points_avg_last_20`,
      `t2`.`points_avg_season`,
      `t2`.`points_std_season`,
      `t2`.`points_avg_recent`,
      `t2`.`points_slope_last_10`,
      `t2`.`rebounds_avg_last_3`,
      `t2`.`rebounds_avg_last_5`,
      `t2`.`rebounds_avg_last_10`,
      `t2`.`rebounds_std_last_10`,
      `t2`.`rebounds_avg_last_20`,
      `t2`.`rebounds_avg_season`,
      `t2`.`rebounds_std_season`,
      `t2`.`rebounds_avg_recent`,
      `t2`.`rebounds_slope_last_10`,
      `t2`.`assists_avg_last_3`,
      `t2`.`assists_avg_last_5`,
      `t2`.`assists_avg_last_10`,
      `t2`.`assists_std_last_10`,
      `t2`.`assists_avg_last_20`,
      `t2`.`assists_avg_season`,
      `t2`.`assists_std_season`,
      `t2`.`assists_avg_recent`,
      `t2`.`assists_slope_last_10`,
      `t2`.`threes_avg_last_3`,
      `t2`.`threes_avg_last_5`,
      `t2`.`threes_avg_last_10`,
      `t2`.`threes_std_last_10`,
      `t2`.`threes_avg_last_20`,
      `t2`.`threes_avg_season`,
      `t2`.`threes_std_season`,
      `t2`.`threes_avg_recent`,
      `t2`.`threes_slope_last_10`,
      `t2`.`steals_avg_last_10`,
      `t2`.`steals_std_last_10`,
      `t2`.`steals_avg_last_20`,
      `t2`.`steals_avg_season`,
      `t2`.`steals_std_season`,
      `t2`.`steals_avg_recent`,
      `t2`.`steals_slope_last_10`,
      `t2`.`blocks_avg_last_10`,
      `t2`.`blocks_std_last_10`,
      `t2`.`blocks_avg_last_20`,
      `t2`.`blocks_avg_season`,
      `t2`.`blocks_std_season`,
      `t2`.`blocks_avg_recent`,
      `t2`.`blocks_slope_last_10`,
      `t2`.`turnovers_avg_last_10`,
      `t2`.`turnovers_std_last_10`,
      `t2`.`turnovers_avg_last_20`,
      `t2`.`turnovers_avg_season`,
      `t2`.`turnovers_std_season`,
      `t2`.`turnovers_avg_recent`,
      `t2`.`turnovers_slope_last_10`,
      `t2`.`points_rebounds_assists_avg_last_5`,
      `t2`.`points_rebounds_assists_avg_last_10`,
      `t2`.`points_rebounds_assists_std_last_10`,
      `t2`.`points_rebounds_assists_avg_season`,
      `t2`.`points_rebounds_assists_std_season`,
      `t2`.`points_rebounds_avg_last_5`,
      `t2`.`points_rebounds_avg_last_10`,
      `t2`.`points_rebounds_std_last_10`,
      `t2`.`points_rebounds_avg_season`,
      `t2`.`points_rebounds_std_season`,
      `t2`.`points_assists_avg_last_5`,
      `t2`.`points_assists_avg_last_10`,
      `t2`.`points_assists_std_last_10`,
      `t2`.`points_assists_avg_season`,
      `t2`.`points_assists_std_season`,
      `t2`.`rebounds_assists_avg_last_5`,
      `t2`.`rebounds_assists_avg_last_10`,
      `t2`.`rebounds_assists_std_last_10`,
      `t2`.`rebounds_assists_avg_season`,
      `t2`.`rebounds_assists_std_season`,
      `t2`.`blocks_steals_avg_last_5`,
      `t2`.`blocks_steals_avg_last_10`,
      `t2`.`blocks_steals_std_last_10`,
      `t2`.`blocks_steals_avg_season`,
      `t2`.`blocks_steals_std_season`,
      `t2`.`minutes_avg_last_3`,
      `t2`.`minutes_avg_last_5`,
      `t2`.`minutes_avg_last_10`,
      `t2`.`minutes_std_last_10`,
      `t2`.`minutes_avg_last_20`,
      `t2`.`minutes_avg_season`,
      `t2`.`minutes_std_season`,
      `t2`.`minutes_avg_recent`,
      `t2`.`usage_rate_avg_last_3`,
      `t2`.`usage_rate_avg_last_5`,
      `t2`.`usage_rate_avg_last_10`,
      `t2`.`usage_rate_std_last_10`,
      `t2`.`usage_rate_avg_last_20`,
      `t2`.`usage_rate_avg_season`,
      `t2`.`usage_rate_std_season`,
      `t2`.`usage_rate_avg_recent`,
      `t2`.`true_shooting_share_avg_last_3`,
      `t2`.`true_shooting_share_avg_last_5`,
      `t2`.`true_shooting_share_avg_last_10`,
      `t2`.`true_shooting_share_avg_last_20`,
      `t2`.`true_shooting_share_avg_season`,
      `t2`.`starts_avg_last_5`,
      `t2`.`starts_avg_last_10`,
      `t2`.`starts_avg_last_20`,
      `t2`.`starts_avg_season`,
      `t2`.`field_goals_attempted_avg_last_5`,
      `t2`.`field_goals_attempted_avg_last_10`,
      `t2`.`field_goals_attempted_avg_last_20`,
      `t2`.`field_goals_attempted_avg_season`,
      `t2`.`field_goals_attempted_avg_recent`,
      `t2`.`field_goals_made_avg_last_5`,
      `t2`.`field_goals_made_avg_last_10`,
      `t2`.`field_goals_made_avg_last_20`,
      `t2`.`field_goals_made_avg_season`,
      `t2`.`field_goals_made_avg_recent`,
      `t2`.`threes_attempted_avg_last_5`,
      `t2`.`threes_attempted_avg_last_10`,
      `t2`.`threes_attempted_avg_last_20`,
      `t2`.`threes_attempted_avg_season`,
      `t2`.`threes_attempted_avg_recent`,
      `t2`.`free_throws_attempted_avg_last_5`,
      `t2`.`free_throws_attempted_avg_last_10`,
      `t2`.`free_throws_attempted_avg_last_20`,
      `t2`.`free_throws_attempted_avg_season`,
      `t2`.`free_throws_attempted_avg_recent`,
      `t2`.`free_throws_made_avg_last_5`,
      `t2`.`free_throws_made_avg_last_10`,
      `t2`.`free_throws_made_avg_last_20`,
      `t2`.`free_throws_made_avg_season`,
      `t2`.`free_throws_made_avg_recent`
    FROM `input_player_daily_cache` AS `t2`
  ) AS `t33`
    ON `t31`.`game_id` = `t33`.`game_id` AND `t31`.`player_id` = `t33`.`player_id`
  INNER JOIN (
    SELECT
      `t3`.`game_id`,
      `t3`.`player_id`,
      `t3`.`paint_attempts_avg_last_10`,
      `t3`.`paint_makes_avg_last_10`,
      `t3`.`mid_range_attempts_avg_last_10`,
      `t3`.`mid_range_makes_avg_last_10`,
      `t3`.`corner_three_attempts_avg_last_10`,
      `t3`.`corner_three_makes_avg_last_10`,
      `t3`.`above_break_three_attempts_avg_last_10`,
      `t3`.`above_break_three_makes_avg_last_10`,
      `t3`.`paint_share_last_10`,
      `t3`.`mid_range_share_last_10`,
      `t3`.`corner_three_share_last_10`,
      `t3`.`above_break_three_share_last_10`,
      `t3`.`paint_field_goal_share_last_10`,
      `t3`.`mid_range_field_goal_share_last_10`,
      `t3`.`corner_three_field_goal_share_last_10`,
      `t3`.`above_break_three_field_goal_share_last_10`,
      `t3`.`three_share_last_10`,
      `t3`.`zone_attempts_last_10`,
      `t3`.`assisted_share_last_10`,
      `t3`.`paint_share_last_20`,
      `t3`.`mid_range_share_last_20`,
      `t3`.`corner_three_share_last_20`,
      `t3`.`above_break_three_share_last_20`,
      `t3`.`paint_field_goal_share_last_20`,
      `t3`.`mid_range_field_goal_share_last_20`,
      `t3`.`corner_three_field_goal_share_last_20`,
      `t3`.`above_break_three_field_goal_share_last_20`,
      `t3`.`three_share_last_20`,
      `t3`.`zone_attempts_last_20`,
      `t3`.`assisted_share_last_20`,
      `t3`.`reason` AS `zone_reason`
    FROM `input_player_shot_zone_analysis` AS `t3`
  ) AS `t34`
    ON `t31`.`game_id` = `t34`.`game_id` AND `t31`.`player_id` = `t34`.`player_id`
  INNER JOIN (
    SELECT
      `t4`.`game_id`,
      `t4`.`player_id`,
      `t4`.`age_years`,
      `t4`.`fatigue_score`,
      `t4`.`fatigue_adjustment`,
      `t4`.`shot_zone_mismatch_score`,
      `t4`.`pace_score`,
      `t4`.`usage_spike_score`,
      `t4`.`travel_score`,
      `t4`.`opponent_strength_score`
    FROM `input_player_composite_factors` AS `t4`
  ) AS `t35`
    ON `t31`.`game_id` = `t35`.`game_id` AND `t31`.`player_id` = `t35`.`player_id`
  INNER JOIN (
    SELECT
      `t5`.`game_id`,
      `t5`.`player_id`,
      `t5`.`games_vs_opponent`,
      `t5`.`points_avg_vs_opponent`,
      `t5`.`rebounds_avg_vs_opponent`,
      `t5`.`assists_avg_vs_opponent`,
      `t5`.`threes_avg_vs_opponent`,
      `t5`.`steals_avg_vs_opponent`,
      `t5`.`blocks_avg_vs_opponent`,
      `t5`.`turnovers_avg_vs_opponent`,
      `t5`.`points_rebounds_assists_avg_vs_opponent`,
      `t5`.`points_rebounds_avg_vs_opponent`,
      `t5`.`points_assists_avg_vs_opponent`,
      `t5`.`rebounds_assists_avg_vs_opponent`,
      `t5`.`blocks_steals_avg_vs_opponent`
    FROM `input_player_matchup` AS `t5`
  ) AS `t36`
    ON `t31`.`game_id` = `t36`.`game_id` AND `t31`.`player_id` = `t36`.`player_id`
  INNER JOIN (
    SELECT
      `t6`.`game_id`,
      `t6`.`player_id`,
      `t6`.`injury_risk`,
      `t6`.`recent_trend`,
      `t6`.`minutes_change`,
      `t6`.`free_throw_points_share`,
      `t6`.`points_per_minute`,
      `t6`.`points_zscore`,
      `t6`.`breakout_flag`,
      `t6`.`breakout_rate_last_20`,
      `t6`.`breakout_risk_score`,
      `t6`.`composite_breakout_signal`
    FROM `input_player_trends` AS `t6`
  ) AS `t37`
    ON `t31`.`game_id` = `t37`.`game_id` AND `t31`.`player_id` = `t37`.`player_id`
  INNER JOIN (
    SELECT
      `t7`.`game_id`,
      `t7`.`player_id`,
      `t7`.`dnp_rate`,
      `t7`.`games_without_clock`,
      `t7`.`team_games_missing`,
      `t7`.`completeness_last_3`,
      `t7`.`completeness_last_5`,
      `t7`.`completeness_last_10`,
      `t7`.`completeness_last_20`
    FROM `input_player_availability` AS `t7`
  ) AS `t38`
    ON `t31`.`game_id` = `t38`.`game_id` AND `t31`.`player_id` = `t38`.`player_id`
  INNER JOIN (
    SELECT
      `t8`.`game_id`,
      `t8`.`player_id`,
      `t8`.`starting`,
      `t8`.`starting_minutes_avg_last_10`,
      `t8`.`starting_points_avg_last_10`,
      `t8`.`off_bench_minutes_avg_last_10`,
      `t8`.`off_bench_points_avg_last_10`,
      `t8`.`role_minutes`,
      `t8`.`role_points`,
      `t8`.`minutes_rank`,
      `t8`.`teammates_available_points`,
      `t8`.`teammates_starting_minutes`,
      `t8`.`usual_starters_missing_minutes`
    FROM `input_player_role` AS `t8`
  ) AS `t39`
    ON `t31`.`game_id` = `t39`.`game_id` AND `t31`.`player_id` = `t39`.`player_id`
  INNER JOIN (
    SELECT
      `t9`.`game_id`,
      `t9`.`player_id`,
      `t9`.`similar_games`,
      `t9`.`points_avg_similar`,
      `t9`.`rebounds_avg_similar`,
      `t9`.`assists_avg_similar`,
      `t9`.`threes_avg_similar`,
      `t9`.`steals_avg_similar`,
      `t9`.`blocks_avg_similar`,
      `t9`.`turnovers_avg_similar`
    FROM `input_player_similar_games` AS `t9`
  ) AS `t40`
    ON `t31`.`game_id` = `t40`.`game_id` AND `t31`.`player_id` = `t40`.`player_id`
  INNER JOIN (
    SELECT
      `t10`.`game_id`,
      `t10`.`player_id`,
      `t10`.`rate_points`,
      `t10`.`rate_rebounds`,
      `t10`.`rate_offensive_rebounds`,
      `t10`.`rate_assists`,
      `t10`.`rate_threes_made`,
      `t10`.`rate_threes_attempted`,
      `t10`.`rate_field_goals_attempted`,
      `t10`.`rate_free_throws_attempted`,
      `t10`.`rate_steals`,
      `t10`.`rate_blocks`,
      `t10`.`rate_personal_fouls`,
      `t10`.`rate_possessions_used`,
      `t10`.`recent_rate_points`,
      `t10`.`recent_rate_rebounds`,
      `t10`.`recent_rate_assists`,
      `t10`.`recent_rate_threes_made`,
      `t10`.`recent_rate_threes_attempted`,
      `t10`.`recent_rate_possessions_used`,
      `t10`.`projected_rate_points`,
      `t10`.`projected_rate_rebounds`,
      `t10`.`projected_rate_offensive_rebounds`,
      `t10`.`projected_rate_assists`,
      `t10`.`projected_rate_threes_made`,
      `t10`.`projected_rate_threes_attempted`,
      `t10`.`projected_rate_field_goals_attempted`,
      `t10`.`projected_rate_free_throws_attempted`,
      `t10`.`projected_rate_steals`,
      `t10`.`projected_rate_blocks`,
      `t10`.`projected_rate_personal_fouls`,
      `t10`.`projected_rate_possessions_used`,
      `t10`.`expected_points_last_3`,
      `t10`.`expected_points_last_8`,
      `t10`.`expected_points_last_25`,
      `t10`.`expected_points`,
      `t10`.`expected_threes_last_8`,
      `t10`.`expected_threes_last_25`,
      `t10`.`expected_threes`,
      `t10`.`shooting_luck_last_8`,
      `t10`.`three_share_made`,
      `t10`.`decayed_minutes`
    FROM `input_player_rates` AS `t10`
  ) AS `t41`
    ON `t31`.`game_id` = `t41`.`game_id` AND `t31`.`player_id` = `t41`.`player_id`
  INNER JOIN (
    SELECT
      `t11`.`game_id`,
      `t11`.`player_id`,
      `t11`.`start_share`,
      `t11`.`play_share`,
      `t11`.`appear_share`,
      `t11`.`starter_minutes_fast`,
      `t11`.`starter_minutes_slow`,
      `t11`.`bench_minutes_fast`,
      `t11`.`bench_minutes_slow`
    FROM `input_player_minutes_form` AS `t11`
  ) AS `t42`
    ON `t31`.`game_id` = `t42`.`game_id` AND `t31`.`player_id` = `t42`.`player_id`
  INNER JOIN (
    SELECT
      `t12`.`game_id` AS `game_of_upcoming_team_game_context`,
      `t12`.`team_id` AS `team_of_upcoming_team_game_context`,
      `t12`.`home`,
      `t12`.`is_playoff`,
      `t12`.`is_back_to_back`,
      `t12`.`days_rest`,
      `t12`.`opponent_days_rest`,
      `t12`.`rest_advantage`,
      `t12`.`consecutive_road_games`,
      `t12`.`travel_kilometers`,
      `t12`.`time_zones_crossed`,
      `t12`.`spread`,
      `t12`.`spread_move`,
      `t12`.`total`,
      `t12`.`total_move`,
      `t12`.`implied_team_total`,
      `t12`.`games_last_7_days` AS `team_games_last_7_days`,
      `t12`.`back_to_backs_last_14_days` AS `team_back_to_backs_last_14_days`
    FROM `input_upcoming_team_game_context` AS `t12`
  ) AS `t43`
    ON `t31`.`game_id` = `t43`.`game_of_upcoming_team_game_context`
    AND `t31`.`team_id` = `t43`.`team_of_upcoming_team_game_context`
  INNER JOIN (
    SELECT
      `t13`.`game_id` AS `game_of_team_team_daily_cache`,
      `t13`.`team_id` AS `team_of_team_team_daily_cache`,
      `t13`.`pace_avg_last_10` AS `team_pace_avg_last_10`,
      `t13`.`offensive_rating_avg_last_10` AS `team_offensive_rating_avg_last_10`,
      `t13`.`defensive_rating_avg_last_10` AS `team_defensive_rating_avg_last_10`,
      `t13`.`points_avg_last_10` AS `team_points_avg_last_10`,
      `t13`.`wins_avg_last_10` AS `team_wins_avg_last_10`,
      `t13`.`wins_avg_season` AS `team_wins_avg_season`,
      `t13`.`points_allowed_avg_last_10` AS `team_points_allowed_avg_last_10`,
      `t13`.`rebounds_allowed_avg_last_10` AS `team_rebounds_allowed_avg_last_10`,
      `t13`.`assists_allowed_avg_last_10` AS `team_assists_allowed_avg_last_10`,
      `t13`.`threes_allowed_avg_last_10` AS `team_threes_allowed_avg_last_10`,
      `t13`.`steals_allowed_avg_last_10` AS `team_steals_allowed_avg_last_10`,
      `t13`.`blocks_allowed_avg_last_10` AS `team_blocks_allowed_avg_last_10`,
      `t13`.`turnovers_forced_avg_last_10` AS `team_turnovers_forced_avg_last_10`
    FROM `input_team_daily_cache` AS `t13`
  ) AS `t44`
    ON `t31`.`game_id` = `t44`.`game_of_team_team_daily_cache`
    AND `t31`.`team_id` = `t44`.`team_of_team_team_daily_cache`
  INNER JOIN (
    SELECT
      `t13`.`game_id` AS `game_of_opponent_team_daily_cache`,
      `t13`.`team_id` AS `team_of_opponent_team_daily_cache`,
      `t13`.`pace_avg_last_10` AS `opponent_pace_avg_last_10`,
      `t13`.`offensive_rating_avg_last_10` AS `opponent_offensive_rating_avg_last_10`,
      `t13`.`defensive_rating_avg_last_10` AS `opponent_defensive_rating_avg_last_10`,
      `t13`.`points_avg_last_10` AS `opponent_points_avg_last_10`,
      `t13`.`wins_avg_last_10` AS `opponent_wins_avg_last_10`,
      `t13`.`wins_avg_season` AS `opponent_wins_avg_season`,
      `t13`.`points_allowed_avg_last_10` AS `opponent_points_allowed_avg_last_10`,
      `t13`.`rebounds_allowed_avg_last_10` AS `opponent_rebounds_allowed_avg_last_10`,
      `t13`.`assists_allowed_avg_last_10` AS `opponent_assists_allowed_avg_last_10`,
      `t13`.`threes_allowed_avg_last_10` AS `opponent_threes_allowed_avg_last_10`,
      `t13`.`steals_allowed_avg_last_10` AS `opponent_steals_allowed_avg_last_10`,
      `t13`.`blocks_allowed_avg_last_10` AS `opponent_blocks_allowed_avg_last_10`,
      `t13`.`turnovers_forced_avg_last_10` AS `opponent_turnovers_forced_avg_last_10`
    FROM `input_team_daily_cache` AS `t13`
  ) AS `t45`
    ON `t31`.`game_id` = `t45`.`game_of_opponent_team_daily_cache`
    AND `t31`.`opponent_id` = `t45`.`team_of_opponent_team_daily_cache`
  INNER JOIN (
    SELECT
      `t14`.`game_id` AS `game_of_opponent_team_defense_zone_analysis`,
      `t14`.`team_id` AS `team_of_opponent_team_defense_zone_analysis`,
      `t14`.`paint_weakness` AS `opponent_paint_weakness`,
      `t14`.`mid_range_weakness` AS `opponent_mid_range_weakness`,
      `t14`.`corner_three_weakness` AS `opponent_corner_three_weakness`,
      `t14`.`above_break_three_weakness` AS `opponent_above_break_three_weakness`
    FROM `input_team_defense_zone_analysis` AS `t14`
  ) AS `t46`
    ON `t31`.`game_id` = `t46`.`game_of_opponent_team_defense_zone_analysis`
    AND `t31`.`opponent_id` = `t46`.`team_of_opponent_team_defense_zone_analysis`
) AS `t47`
-- everyone_in_the_pool_has_a_row 67835aee681380c7 8fc2baffbe9bf085
SELECT
  `t6`.`game_date`,
  `t6`.`game_id`,
  `t6`.`player_id`,
  `t6`.`holds`
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
-- features_are_like_before a7dfcafe3febf590 39f4e372bd4a661f
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
        `t97`.`game_date`,
        `t97`.`mean`,
        `t97`.`before`,
        'points_avg_last_10' AS `of`,
        (
          (
            `t97`.`rows` = 0
          )
          AND (
            (
              ABS(`t97`.`missing` - `t97`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t97`.`missing` - `t97`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t97`.`mean` - `t97`.`before`) <= (
                (
                  `t97`.`step` + ieee_divide(`t97`.`spread_before`, SQRT(CAST(`t97`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t97`.`mean` - `t97`.`year_before`) <= (
                (
                  `t97`.`step` + ieee_divide(`t97`.`spread_before`, SQRT(CAST(`t97`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t97`.`missing` - `t97`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t97`.`missing` - `t97`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t97`.`spread` = 0
            )
            AND (
              `t97`.`spread_before` > 0
            )
            AND (
              `t97`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t97`.`dates` >= 10 AND `t97`.`days` <= 9
    ) AS `t105`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t98`.`game_date`,
        `t98`.`mean`,
        `t98`.`before`,
        'points_std_last_10' AS `of`,
        (
          (
            `t98`.`rows` = 0
          )
          AND (
            (
              ABS(`t98`.`missing` - `t98`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t98`.`missing` - `t98`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t98`.`mean` - `t98`.`before`) <= (
                (
                  `t98`.`step` + ieee_divide(`t98`.`spread_before`, SQRT(CAST(`t98`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t98`.`mean` - `t98`.`year_before`) <= (
                (
                  `t98`.`step` + ieee_divide(`t98`.`spread_before`, SQRT(CAST(`t98`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t98`.`missing` - `t98`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t98`.`missing` - `t98`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t98`.`spread` = 0
            )
            AND (
              `t98`.`spread_before` > 0
            )
            AND (
              `t98`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t98`.`dates` >= 10 AND `t98`.`days` <= 9
    ) AS `t106`
  ) AS `t113`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t99`.`game_date`,
        `t99`.`mean`,
        `t99`.`before`,
        'minutes_avg_last_10' AS `of`,
        (
          (
            `t99`.`rows` = 0
          )
          AND (
            (
              ABS(`t99`.`missing` - `t99`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t99`.`missing` - `t99`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t99`.`mean` - `t99`.`before`) <= (
                (
                  `t99`.`step` + ieee_divide(`t99`.`spread_before`, SQRT(CAST(`t99`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t99`.`mean` - `t99`.`year_before`) <= (
                (
                  `t99`.`step` + ieee_divide(`t99`.`spread_before`, SQRT(CAST(`t99`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t99`.`missing` - `t99`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t99`.`missing` - `t99`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t99`.`spread` = 0
            )
            AND (
              `t99`.`spread_before` > 0
            )
            AND (
              `t99`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t99`.`dates` >= 10 AND `t99`.`days` <= 9
    ) AS `t107`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t100`.`game_date`,
        `t100`.`mean`,
        `t100`.`before`,
        'usage_rate_avg_last_10' AS `of`,
        (
          (
            `t100`.`rows` = 0
          )
          AND (
            (
              ABS(`t100`.`missing` - `t100`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t100`.`missing` - `t100`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t100`.`mean` - `t100`.`before`) <= (
                (
                  `t100`.`step` + ieee_divide(`t100`.`spread_before`, SQRT(CAST(`t100`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t100`.`mean` - `t100`.`year_before`) <= (
                (
                  `t100`.`step` + ieee_divide(`t100`.`spread_before`, SQRT(CAST(`t100`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t100`.`missing` - `t100`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t100`.`missing` - `t100`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t100`.`spread` = 0
            )
            AND (
              `t100`.`spread_before` > 0
            )
            AND (
              `t100`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t100`.`dates` >= 10 AND `t100`.`days` <= 9
    ) AS `t108`
  ) AS `t114`
) AS `t117`
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
        `t101`.`game_date`,
        `t101`.`mean`,
        `t101`.`before`,
        'fatigue_score' AS `of`,
        (
          (
            `t101`.`rows` = 0
          )
          AND (
            (
              ABS(`t101`.`missing` - `t101`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t101`.`missing` - `t101`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t101`.`mean` - `t101`.`before`) <= (
                (
                  `t101`.`step` + ieee_divide(`t101`.`spread_before`, SQRT(CAST(`t101`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t101`.`mean` - `t101`.`year_before`) <= (
                (
                  `t101`.`step` + ieee_divide(`t101`.`spread_before`, SQRT(CAST(`t101`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t101`.`missing` - `t101`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t101`.`missing` - `t101`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t101`.`spread` = 0
            )
            AND (
              `t101`.`spread_before` > 0
            )
            AND (
              `t101`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t101`.`dates` >= 10 AND `t101`.`days` <= 9
    ) AS `t109`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t102`.`game_date`,
        `t102`.`mean`,
        `t102`.`before`,
        'team_pace_avg_last_10' AS `of`,
        (
          (
            `t102`.`rows` = 0
          )
          AND (
            (
              ABS(`t102`.`missing` - `t102`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t102`.`missing` - `t102`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t102`.`mean` - `t102`.`before`) <= (
                (
                  `t102`.`step` + ieee_divide(`t102`.`spread_before`, SQRT(CAST(`t102`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t102`.`mean` - `t102`.`year_before`) <= (
                (
                  `t102`.`step` + ieee_divide(`t102`.`spread_before`, SQRT(CAST(`t102`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t102`.`missing` - `t102`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t102`.`missing` - `t102`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t102`.`spread` = 0
            )
            AND (
              `t102`.`spread_before` > 0
            )
            AND (
              `t102`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t102`.`dates` >= 10 AND `t102`.`days` <= 9
    ) AS `t110`
  ) AS `t115`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t103`.`game_date`,
        `t103`.`mean`,
        `t103`.`before`,
        'opponent_defensive_rating_avg_last_10' AS `of`,
        (
          (
            `t103`.`rows` = 0
          )
          AND (
            (
              ABS(`t103`.`missing` - `t103`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t103`.`missing` - `t103`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t103`.`mean` - `t103`.`before`) <= (
                (
                  `t103`.`step` + ieee_divide(`t103`.`spread_before`, SQRT(CAST(`t103`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t103`.`mean` - `t103`.`year_before`) <= (
                (
                  `t103`.`step` + ieee_divide(`t103`.`spread_before`, SQRT(CAST(`t103`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t103`.`missing` - `t103`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t103`.`missing` - `t103`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t103`.`spread` = 0
            )
            AND (
              `t103`.`spread_before` > 0
            )
            AND (
              `t103`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t103`.`dates` >= 10 AND `t103`.`days` <= 9
    ) AS `t111`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t104`.`game_date`,
        `t104`.`mean`,
        `t104`.`before`,
        'quality_score' AS `of`,
        (
          (
            `t104`.`rows` = 0
          )
          AND (
            (
              ABS(`t104`.`missing` - `t104`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t104`.`missing` - `t104`.`missing_year_before`) <= 0.3, FALSE)
          )
        )
        OR (
          (
            (
              ABS(`t104`.`mean` - `t104`.`before`) <= (
                (
                  `t104`.`step` + ieee_divide(`t104`.`spread_before`, SQRT(CAST(`t104`.`rows` AS FLOAT64)))
                ) * 6.0
              )
            )
            OR COALESCE(
              ABS(`t104`.`mean` - `t104`.`year_before`) <= (
                (
                  `t104`.`step` + ieee_divide(`t104`.`spread_before`, SQRT(CAST(`t104`.`rows` AS FLOAT64)))
                ) * 6.0
              ),
              FALSE
            )
          )
          AND (
            (
              ABS(`t104`.`missing` - `t104`.`missing_before`) <= 0.3
            )
            OR COALESCE(ABS(`t104`.`missing` - `t104`.`missing_year_before`) <= 0.3, FALSE)
          )
          AND NOT (
            (
              `t104`.`spread` = 0
            )
            AND (
              `t104`.`spread_before` > 0
            )
            AND (
              `t104`.`rows` >= 20
            )
          )
        ) AS `holds`
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
      WHERE
        `t104`.`dates` >= 10 AND `t104`.`days` <= 9
    ) AS `t112`
  ) AS `t116`
) AS `t118`
