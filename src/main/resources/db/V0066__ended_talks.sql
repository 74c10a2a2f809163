-- Talks that have just ended, for the time in which an agent writes down what it was about.
create index leg_talk_ended on leg (ended_at) where answered_at is not null;
