ALTER TABLE prefilled_values DROP CONSTRAINT prefilled_values_pkey,
  ADD PRIMARY KEY (case_id, pointer, source, answer_id);
