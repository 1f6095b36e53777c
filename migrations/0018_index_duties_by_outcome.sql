-- The lists of duties: what is to be done by its last day, what is done by the day it became public.
CREATE INDEX catalogue_duty_todo ON catalogue_duty (county_id, due_on, organ_id, id) WHERE outcome = 0;
CREATE INDEX catalogue_duty_done ON catalogue_duty (county_id, done_on DESC, organ_id, id) WHERE outcome IN (1, 2);
