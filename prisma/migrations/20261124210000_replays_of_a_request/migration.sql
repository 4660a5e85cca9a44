-- A request tells its replays; only replays are in the index, so what arrives doesn't pay for it.
CREATE INDEX inbound_request_by_replay_of ON inbound_request (replay_of) WHERE replay_of IS NOT NULL;
