-- People -----------------------------------------------------------------------------------------
CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,              -- lower case
  name text NOT NULL DEFAULT '',
  password_hash text NOT NULL,             -- argon2id
  session_version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE workspace (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE member (
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user(id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
  code_hash bytea NOT NULL UNIQUE,
  invited_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz
);

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
  hash bytea NOT NULL UNIQUE,
  hint text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  expires_at timestamptz
);

-- One row per fact about this installation: the key's check value, the one-time code's hash.
CREATE TABLE instance_setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE attempt_limit (
  key text PRIMARY KEY,
  count integer NOT NULL,
  window_started_at timestamptz NOT NULL
);

-- Who is up: rate limits are divided by the live web nodes.
CREATE TABLE live_node (
  id uuid PRIMARY KEY,
  role text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE connection (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  name text NOT NULL,
  type text NOT NULL,
  sealed text NOT NULL,
  hint text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX connection_by_workspace ON connection (workspace_id);

CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  workspace_id uuid,
  actor jsonb NOT NULL,                    -- {type: user|token|system, id, label}
  action text NOT NULL,
  target jsonb,
  detail jsonb,
  ip text,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_event_by_workspace ON audit_event (workspace_id, id DESC);

-- Workflows --------------------------------------------------------------------------------------
CREATE TABLE workflow (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  graph json NOT NULL,                     -- not jsonb: keys keep the order people gave them
  revision integer NOT NULL DEFAULT 1,
  live_version integer,
  paused boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
CREATE INDEX workflow_by_workspace ON workflow (workspace_id, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE workflow_version (
  workflow_id uuid NOT NULL REFERENCES workflow(id) ON DELETE CASCADE,
  number integer NOT NULL,
  graph json NOT NULL,
  note text NOT NULL DEFAULT '',
  created_by jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workflow_id, number)
);

-- Endpoints --------------------------------------------------------------------------------------
CREATE TABLE endpoint (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
  name text NOT NULL,
  config jsonb NOT NULL,                   -- lib/contracts/endpoint.ts, without secrets
  metadata jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 1,     -- up with every change that the door must see
  expires_at timestamptz,
  -- The webhook node this one was minted for: saving the graph again must find it.
  minted_workflow_id uuid,
  minted_node_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
CREATE INDEX endpoint_by_workspace ON endpoint (workspace_id, id DESC) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX endpoint_minted ON endpoint (minted_workflow_id, minted_node_id)
  WHERE minted_workflow_id IS NOT NULL AND deleted_at IS NULL;

-- Every token an endpoint ever had: a rotated one answers 410, never 404.
CREATE TABLE endpoint_token (
  hash bytea PRIMARY KEY,
  endpoint_id uuid NOT NULL REFERENCES endpoint(id) ON DELETE CASCADE,
  sealed text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz                   -- null: the current one
);
CREATE INDEX endpoint_token_by_endpoint ON endpoint_token (endpoint_id);

CREATE TABLE endpoint_secret (
  id uuid PRIMARY KEY,
  endpoint_id uuid NOT NULL REFERENCES endpoint(id) ON DELETE CASCADE,
  sealed text NOT NULL,
  hint text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz
);
CREATE INDEX endpoint_secret_by_endpoint ON endpoint_secret (endpoint_id);

-- Endpoints bound to a trigger at run time (POST /api/v1/endpoints {trigger}).
CREATE TABLE endpoint_binding (
  endpoint_id uuid NOT NULL REFERENCES endpoint(id) ON DELETE CASCADE,
  workflow_id uuid NOT NULL REFERENCES workflow(id) ON DELETE CASCADE,
  node_id text NOT NULL,
  PRIMARY KEY (endpoint_id, workflow_id, node_id)
);
CREATE INDEX endpoint_binding_by_workflow ON endpoint_binding (workflow_id);

-- Which triggers of live versions listen to an endpoint: written in the transaction that publishes,
-- binds or deletes, read by the worker when a request's runs are decided.
CREATE TABLE live_trigger (
  endpoint_id uuid NOT NULL,
  workflow_id uuid NOT NULL REFERENCES workflow(id) ON DELETE CASCADE,
  node_id text NOT NULL,
  responds boolean NOT NULL DEFAULT false, -- a respond node is reachable: the door waits
  PRIMARY KEY (endpoint_id, workflow_id, node_id)
);
CREATE INDEX live_trigger_by_workflow ON live_trigger (workflow_id);

-- What arrives -----------------------------------------------------------------------------------
-- Partitioned by day of the UUIDv7 id; partitions are made by lib/adapters/db/partitions.ts.
-- No foreign keys, no default partition: a day is detached and dropped whole.
CREATE TABLE inbound_request (
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  verdict text NOT NULL,
  outcome text NOT NULL,
  reason text,
  method text NOT NULL,
  path text NOT NULL,
  query text NOT NULL,
  content_type text,
  body_size integer NOT NULL,              -- bytes as received; content may hold only the head of a refused one
  ip text NOT NULL,
  verification jsonb NOT NULL,             -- {status, scheme, detail, secretId?}
  event_type text,
  event_id text,
  parse text NOT NULL,
  answer_status smallint NOT NULL,
  answer_ms real NOT NULL,                 -- from first byte to the moment the row was written
  duplicate_of uuid,
  replay_of uuid,
  edited boolean NOT NULL DEFAULT false,
  hop smallint NOT NULL DEFAULT 0,
  dedupe_key bytea,                        -- the key it claimed: released when all its runs failed
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX inbound_request_by_endpoint ON inbound_request (endpoint_id, id);

-- Apart from its row, so that lists never read it and an outcome never rewrites it.
CREATE TABLE request_content (
  id uuid NOT NULL,
  headers text NOT NULL,                   -- JSON [[name, value], …]
  body bytea NOT NULL,
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);

CREATE TABLE dedupe_key (
  endpoint_id uuid NOT NULL,
  key bytea NOT NULL,                      -- SHA-256
  request_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (endpoint_id, key)
);
CREATE INDEX dedupe_key_by_expiry ON dedupe_key (expires_at);

-- Every hand-over of work is a row here, written in the commit of the state it follows.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,                      -- request | run
  ref uuid NOT NULL,                       -- request id or run id
  workspace_id uuid NOT NULL,
  priority smallint NOT NULL DEFAULT 0,
  group_key text                           -- set where order or a limit matters: one job per item
);

-- Counters: the only source of numbers shown about requests.
CREATE TABLE endpoint_count (
  endpoint_id uuid NOT NULL,
  minute timestamptz NOT NULL,             -- of the request's arrival
  shard integer NOT NULL,                  -- one per process, so that two never wait for each other
  what text NOT NULL,                      -- accepted | duplicate | handshake | ran | filtered | captured | rejected:<reason>
  n bigint NOT NULL,
  PRIMARY KEY (endpoint_id, minute, what, shard)
) WITH (fillfactor = 60);
CREATE INDEX endpoint_count_by_minute ON endpoint_count (minute);

-- What runs --------------------------------------------------------------------------------------
CREATE TABLE run (
  id uuid NOT NULL,                        -- lib/core/ids.ts runIdFor: same millisecond as its request
  workspace_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  version integer NOT NULL,                -- 0: the draft (a test)
  trigger_node_id text NOT NULL,
  request_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  status text NOT NULL,                    -- queued running waiting succeeded failed filtered cancelled
  rerun integer NOT NULL DEFAULT 0,
  rerun_of uuid,
  rerun_from text,                         -- node id
  held boolean NOT NULL DEFAULT false,     -- its workflow is paused
  acted boolean NOT NULL DEFAULT false,    -- an action was reached
  counts boolean NOT NULL DEFAULT true,    -- part of the request's outcome and stats (not replays, tests, reruns)
  stub boolean NOT NULL DEFAULT false,     -- a test that only pretends its effects
  started_at timestamptz,
  finished_at timestamptz,
  resume_at timestamptz,
  error json,                              -- {code, message}; not jsonb, which takes no NUL in a text
  late_answer json,                        -- what a respond step said after the door had answered
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX run_by_workflow ON run (workflow_id, id);
-- For live streams that go on after a break. Rows come in about the order in which runs end, so a
-- block range index is enough, and costs an insert nearly nothing.
CREATE INDEX run_by_end ON run USING brin (finished_at) WITH (pages_per_range = 16);
CREATE INDEX run_to_resume ON run (resume_at) WHERE resume_at IS NOT NULL;
CREATE INDEX run_open ON run (workflow_id, id) WHERE finished_at IS NULL;
CREATE INDEX run_held ON run (workflow_id, id) WHERE held;

CREATE TABLE run_step (
  run_id uuid NOT NULL,
  seq smallint NOT NULL,                   -- order in which steps ended
  node_id text NOT NULL,
  item integer NOT NULL DEFAULT 0,
  type text NOT NULL,
  name text NOT NULL,
  status text NOT NULL,                    -- succeeded failed filtered waiting cancelled
  port text,                               -- the output port it left by
  attempt smallint NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  resume_at timestamptz,                   -- while it waits: for its end (port set) or its next attempt
  input text,                              -- JSON: the settings as resolved
  output text,                             -- JSON; null for a trigger: its output is the request
  warnings text,                           -- JSON array, null where empty
  error text,                              -- JSON {code, message}
  PRIMARY KEY (run_id, node_id, item)
) PARTITION BY RANGE (run_id);
