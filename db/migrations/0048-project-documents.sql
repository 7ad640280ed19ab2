-- Projects that were written before they could be searched by what they say.
update project
  set document = search_document('', title, array_to_string(skills, ' . ') || ' . ' || category,
      requirements) || array_to_tsvector(array['@category:' || category])
  where document is null;
