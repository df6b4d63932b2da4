create table engine.functions (
  id text primary key,
  config json not null,
  registered_at timestamptz not null default now()
);

create table engine.events (
  id text primary key,
  -- The sender's own id; a second event with it is dropped for 24 hours.
  dedupe_id text unique,
  name text not null,
  event json not null,
  received_at timestamptz not null default now()
);
create index events_received_at on engine.events (received_at);

create table engine.runs (
  id text primary key,
  function_id text not null,
  event_id text not null,
  event json not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  output json,
  -- Function and concurrency keys, as a JSON array: jobs of one lane compete for the same limits.
  lane text collate "C" not null,
  singleton text,
  parent_run_id text,
  parent_step_id text,
  step_count integer not null default 0,
  state_bytes bigint not null default 0,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (event_id, function_id),
  check ((ended_at is null) = (status in ('queued', 'running')))
);
create unique index runs_singleton on engine.runs (singleton) where ended_at is null;
create index runs_ended_at on engine.runs (ended_at) where ended_at is not null;

create sequence engine.step_position;

create table engine.steps (
  run_id text not null references engine.runs (id) on delete cascade,
  id text not null,
  name text not null,
  status text not null check (status in ('pending', 'data', 'error')),
  value json,
  -- Order of completion, which the SDK replays.
  position bigint,
  raced boolean not null default false,
  primary key (run_id, id),
  check ((status = 'pending') = (position is null))
);

-- Calls of the app: `step_id` names the planned step to run, null means go on with the function.
create table engine.jobs (
  id bigint generated always as identity primary key,
  run_id text not null references engine.runs (id) on delete cascade,
  step_id text,
  lane text collate "C" not null,
  attempt integer not null default 0,
  -- Something finished while this call was under way: go on once more after it.
  again boolean not null default false,
  due_at timestamptz not null,
  lease_token uuid unique,
  lease_until timestamptz,
  unique nulls not distinct (run_id, step_id),
  check ((lease_token is null) = (lease_until is null))
);
create index jobs_waiting on engine.jobs (lane, due_at, id) where lease_token is null;
create index jobs_due on engine.jobs (due_at) where lease_token is null;
create index jobs_leased on engine.jobs (lease_until) where lease_token is not null;

create table engine.timers (
  id text primary key,
  kind text not null check (
    kind in ('sleep', 'wait', 'invoke', 'start', 'finish', 'debounce', 'cron', 'publish')
  ),
  run_id text references engine.runs (id) on delete cascade,
  step_id text,
  function_id text,
  detail json,
  due_at timestamptz not null,
  -- A debounced run starts no later than this.
  deadline timestamptz
);
create index timers_due on engine.timers (due_at);
create index timers_run on engine.timers (run_id);

-- What a run listens for: `step_id` is the waiting step, null means the event cancels the run.
create table engine.waits (
  id bigint generated always as identity primary key,
  run_id text not null references engine.runs (id) on delete cascade,
  step_id text,
  event_name text collate "C" not null,
  condition text,
  expires_at timestamptz
);
create index waits_event_name on engine.waits (event_name);
create index waits_run on engine.waits (run_id);

-- Rate limits and throttles: when the next start would be exactly on the rate (GCRA).
create table engine.gates (
  key text primary key,
  arrival_at timestamptz not null
);
