-- What the draft was before somebody put an old revision in its place: nobody's words are lost by a click.
alter table script_draft add left_steps text;
