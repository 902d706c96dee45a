import Answers
import Desk
import Evidence
import Workspace
