// Questions for a calibration room, each with its figures.
